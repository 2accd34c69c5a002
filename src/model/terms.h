/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/issue.h"

/**
 * ParleyTerms:
 *
 * What an issue may be: a set of options (choice), or a set of numbers given
 * as closed intervals (range and derived issues), a single number being an
 * interval with equal ends. Conditions, drafts and positions are made of them.
 */
typedef struct
{
  gboolean *options;   /* one flag an option; NULL for numbers */
  guint     n_options;
  GArray   *intervals; /* of ParleyInterval; NULL for options */
} ParleyTerms;

typedef struct
{
  mpq_t low;
  mpq_t high;
} ParleyInterval;

/* Empty sets. */
ParleyTerms *parley_terms_new_options (guint n_options);
ParleyTerms *parley_terms_new_numbers (void);
ParleyTerms *parley_terms_copy        (const ParleyTerms *self);
void         parley_terms_free        (ParleyTerms *self);

void parley_terms_add_option   (ParleyTerms *self, guint option);
void parley_terms_add_interval (ParleyTerms *self, mpq_srcptr low, mpq_srcptr high);

/* All that @more allows, of the same issue. */
void parley_terms_add (ParleyTerms *self, const ParleyTerms *more);

gboolean parley_terms_has_option (const ParleyTerms *self, guint option);
gboolean parley_terms_has_number (const ParleyTerms *self, mpq_srcptr number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyTerms, parley_terms_free)
