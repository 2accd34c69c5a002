/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "equations.h"

void
parley_equations_init (ParleyEquations self)
{
  for (guint r = 0; r < PARLEY_MOST_EQUATIONS; r++)
    for (guint i = 0; i <= PARLEY_MOST_EQUATIONS; i++)
      mpq_init (self[r][i]);
}

void
parley_equations_clear (ParleyEquations self)
{
  for (guint r = 0; r < PARLEY_MOST_EQUATIONS; r++)
    for (guint i = 0; i <= PARLEY_MOST_EQUATIONS; i++)
      mpq_clear (self[r][i]);
}

gboolean
parley_equations_solve (ParleyEquations self, guint n)
{
  gboolean regular = TRUE;
  mpq_t factor, part;

  mpq_inits (factor, part, NULL);
  for (guint i = 0; i < n && regular; i++)
    {
      guint pivot = i;

      while (pivot < n && mpq_sgn (self[pivot][i]) == 0)
        pivot++;
      regular = pivot < n;
      for (guint k = 0; regular && k <= n; k++)
        mpq_swap (self[i][k], self[pivot][k]);
      for (guint r = 0; regular && r < n; r++)
        {
          if (r == i)
            continue;
          mpq_div (factor, self[r][i], self[i][i]);
          for (guint k = 0; k <= n; k++)
            {
              mpq_mul (part, factor, self[i][k]);
              mpq_sub (self[r][k], self[r][k], part);
            }
        }
    }
  for (guint i = 0; i < n && regular; i++)
    mpq_div (self[i][n], self[i][n], self[i][i]);
  mpq_clears (factor, part, NULL);
  return regular;
}
