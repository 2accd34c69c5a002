/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/concerns.h"

/* In place of an option: the term stays open. */
#define PARLEY_LEFT_OPEN G_MAXUINT

/* Something that can be done about the issues of a block: terms that change, terms that settle what
 * was open, and the rest as it was. */
typedef struct
{
  guint        pattern;   /* which of the axes change */
  guint        n_changed;
  guint        n_settled;
  guint       *options;   /* [axis of the block]: or PARLEY_LEFT_OPEN */
  ParleyScore *gains;     /* [concern]: the least that it comes to, whatever becomes of open terms */
} ParleyPackage;

/**
 * ParleyPackages:
 *
 * All that is worth doing about one block. Packages in which a party might refuse are left out, and
 * those that do no better for any concern than another of the same pattern that settles no more.
 */
typedef struct
{
  const ParleyIssueBlock *block;      /* borrowed */
  GPtrArray              *packages;   /* of ParleyPackage: by pattern, each the fewest settled first,
                                  * then the best for the first concern, the next … */
  guint                   n_patterns;
  guint                  *first;      /* [pattern, and one behind the last] */
} ParleyPackages;

/**
 * parley_packages_new:
 * @most_changes: no package has more
 * @work: of tuples that may still be looked at: less what this took
 *
 * Goes through the block's tuples of at most so many changes, once for each set of its open terms
 * that may be settled. Exact, whatever ties the issues together.
 * Errors: PARLEY_ERROR_LIMIT when that is too much work.
 */
ParleyPackages *parley_packages_new (const ParleyConcerns *concerns,
                                     guint                 block,
                                     guint                 most_changes,
                                     gsize                *work,
                                     GError              **error);

void parley_packages_free (ParleyPackages *self);

static inline const ParleyPackage *
parley_package_at (const ParleyPackages *self, guint index)
{
  return (const ParleyPackage *) g_ptr_array_index (self->packages, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPackages, parley_packages_free)
