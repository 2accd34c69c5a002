/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/place.h"
#include "scenario/problem.h"

/* Deeper nesting is no scenario, and would exhaust the stack of what reads it. */
#define PARLEY_SCAN_MAX_DEPTH 60

/* Each value takes some hundred bytes of memory, however short its text is, and an object, for
 * which json-c makes room at once, as much as five. So a text is read in less than 100 MB. */
#define PARLEY_SCAN_MAX_VALUES 150000
#define PARLEY_SCAN_OBJECT_VALUES 5

/* In bytes, as it is written: what is said of it says it again, many times. */
#define PARLEY_SCAN_MAX_STRING 100000

/**
 * parley_scan:
 *
 * Reads what stands in @text from @offset on as exactly one JSON value, strictly
 * by RFC 8259; refuses besides what the RFC leaves open and nobody can mean:
 * duplicate keys, \u0000, halves of surrogate pairs, numbers beyond the limits of
 * base/exact.h, strings beyond PARLEY_SCAN_MAX_STRING, nesting beyond PARLEY_SCAN_MAX_DEPTH, and
 * more values than PARLEY_SCAN_MAX_VALUES.
 *
 * A syntax error ends the scan, as do the last two; the others do not. Time complexity: O(length).
 *
 * Returns: (transfer full): ParleyPlace of every value in the order in which they
 * begin; NULL if and only if a problem was added.
 */
GArray *parley_scan (const ParleyText *text, gsize offset, ParleyProblems *problems);
