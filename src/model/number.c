/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/number.h"

const char *const parley_basis_words[] = { [PARLEY_BASIS_NONE] = NULL,
                                           [PARLEY_BASIS_FACT] = "fact",
                                           [PARLEY_BASIS_INFERRED] = "inferred",
                                           [PARLEY_BASIS_JUDGEMENT] = "judgement",
                                           NULL };

ParleyNumber *
parley_number_new (mpq_srcptr value)
{
  ParleyNumber *self = g_new0 (ParleyNumber, 1);

  mpq_init (self->value);
  mpq_init (self->low);
  mpq_init (self->high);
  mpq_set (self->value, value);
  mpq_set (self->low, value);
  mpq_set (self->high, value);
  return self;
}

void
parley_number_free (ParleyNumber *self)
{
  if (self == NULL)
    return;
  mpq_clear (self->value);
  mpq_clear (self->low);
  mpq_clear (self->high);
  g_free (self->confidence);
  g_strfreev (self->sources);
  g_free (self->note);
  g_free (self);
}
