// SPDX-License-Identifier: GPL-3.0-or-later
// Overlays as values: JSON Merge Patches in which lists of things with ids are objects by id.
// Nothing here changes what it is given.

/**
 * @typedef {string | string[]} Path  "parties.us.reservation", or its keys in a list
 * @typedef {Object<string, any>} Overlay
 */

/** @param {Path} path */
export const toKeys = (path) => (Array.isArray(path) ? path : path.split("."));

export const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isEmpty = (overlay) => Object.keys(overlay).length === 0;

/** What the overlay says at a path; undefined where it says nothing. */
export function get(overlay, path) {
  let value = overlay;

  for (const key of toKeys(path)) {
    if (!isObject(value) || !Object.hasOwn(value, key)) {
      return undefined;
    }
    value = value[key];
  }
  return value;
}

/** The overlay with this value in place of whatever it says at the path. */
export function put(overlay, path, value) {
  const [key, ...rest] = toKeys(path);
  const inner = Object.hasOwn(overlay, key) && isObject(overlay[key]) ? overlay[key] : {};

  return { ...overlay, [key]: rest.length === 0 ? value : put(inner, rest, value) };
}

/** The overlay without what it says at the path, and without what is left empty by that. */
export function remove(overlay, path) {
  const [key, ...rest] = toKeys(path);

  if (!Object.hasOwn(overlay, key)) {
    return overlay;
  }
  const { [key]: inner, ...others } = overlay;
  if (rest.length === 0 || !isObject(inner)) {
    return rest.length === 0 ? others : overlay;
  }
  const left = remove(inner, rest);
  if (left === inner) {
    return overlay;
  }
  return isEmpty(left) ? others : { ...overlay, [key]: left };
}

/** Everything that the overlay says, as pairs of keys and value; what is no object is a leaf. */
export function leaves(overlay, above = []) {
  return Object.entries(overlay).flatMap(([key, value]) => {
    const keys = [...above, key];

    return isObject(value) && !isEmpty(value) ? leaves(value, keys) : [[keys, value]];
  });
}
