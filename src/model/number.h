/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/exact.h"

/**
 * ParleyOrigin:
 *
 * Where in the files something was written: an index that only the scenario
 * layer can turn into file, line and column; 0 when it was not written.
 * Analyses hand it back with what they have to say.
 */
typedef guint ParleyOrigin;

typedef enum
{
  PARLEY_BASIS_NONE,
  PARLEY_BASIS_FACT,
  PARLEY_BASIS_INFERRED,
  PARLEY_BASIS_JUDGEMENT
} ParleyBasis;

/* What scenario files call them, by ParleyBasis; the first is NULL. NULL-terminated. */
extern const char *const parley_basis_words[];

/**
 * ParleyNumber:
 *
 * An input: a number that somebody wrote down, with the range in which it is
 * believed to lie, and why. @low = @value = @high when no range was given.
 */
typedef struct
{
  mpq_t         value;
  mpq_t         low;
  mpq_t         high;
  gboolean      has_range;
  ParleyBasis   basis;
  char         *confidence; /* "low", "medium", "high" or NULL */
  char        **sources;    /* source ids, NULL-terminated; NULL when none */
  char         *note;
  ParleyOrigin  origin;
} ParleyNumber;

ParleyNumber *parley_number_new  (mpq_srcptr value);
void          parley_number_free (ParleyNumber *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyNumber, parley_number_free)
