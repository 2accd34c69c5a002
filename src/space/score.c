/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/score.h"

gboolean
parley_score_from_exact (mpq_srcptr number, ParleyScore *score)
{
  guint64 words[2] = { 0, 0 };

  if (mpz_cmp_ui (mpq_denref (number), 1) != 0
      || mpz_sizeinbase (mpq_numref (number), 2) > PARLEY_SCORE_BITS)
    return FALSE;

  mpz_export (words, NULL, -1, sizeof words[0], 0, 0, mpq_numref (number));
  *score = (ParleyScore) words[1] << 64 | words[0];
  if (mpq_sgn (number) < 0)
    *score = -*score;
  return TRUE;
}

void
parley_score_to_integer (ParleyScore score, mpz_ptr integer)
{
  ParleyScore size = score < 0 ? -score : score;
  guint64 words[2] = { (guint64) size, (guint64) (size >> 64) };

  mpz_import (integer, G_N_ELEMENTS (words), -1, sizeof words[0], 0, 0, words);
  if (score < 0)
    mpz_neg (integer, integer);
}

void
parley_score_to_exact (ParleyScore score, mpz_srcptr denominator, mpq_ptr number)
{
  parley_score_to_integer (score, mpq_numref (number));
  mpz_set (mpq_denref (number), denominator);
  mpq_canonicalize (number);
}

double
parley_score_to_double (ParleyScore score, mpz_srcptr denominator)
{
  double number = 0;
  mpq_t exact;

  mpq_init (exact);
  parley_score_to_exact (score, denominator, exact);
  number = parley_exact_to_double (exact);
  mpq_clear (exact);
  return number;
}

void
parley_score_ratio (ParleyScore part, ParleyScore whole, mpq_ptr ratio)
{
  parley_score_to_integer (part, mpq_numref (ratio));
  parley_score_to_integer (whole, mpq_denref (ratio));
  mpq_canonicalize (ratio);
}
