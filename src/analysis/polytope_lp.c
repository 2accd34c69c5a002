/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/polytope_lp.h"

#include <glpk.h>

#include "base/error.h"

/* Whole numbers up to this are doubles. */
#define LARGEST ((gint64) 1 << 53)

/* Far more than programmes of this kind take; against one that never ends. */
#define MOST_PIVOTS 100000

/* The columns of the programme: the shares times the scale, the scale, and the distance of each
 * row, which stands in the programme's row of the same number. */
typedef struct
{
  const GPtrArray *rows;
  guint            n_shares;
  glp_prob        *program;
  int             *columns; /* room for one row of it, from 1 as GLPK has it */
  double          *factors;
} Program;

static const ParleyShareRow *
row_at (const GPtrArray *rows, guint index)
{
  return g_ptr_array_index (rows, index);
}

static int
scale_column (const Program *self)
{
  return (int) self->n_shares + 1;
}

static int
distance_column (const Program *self, guint row)
{
  return scale_column (self) + 1 + (int) row;
}

static void
program_clear (Program *self)
{
  glp_delete_prob (self->program);
  g_free (self->columns);
  g_free (self->factors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Program, program_clear)

static void
add_columns (Program *self)
{
  glp_add_cols (self->program, distance_column (self, self->rows->len) - 1);
  for (int c = 1; c <= (int) self->n_shares; c++)
    glp_set_col_bnds (self->program, c, GLP_FR, 0, 0);
  glp_set_col_bnds (self->program, scale_column (self), GLP_LO, 1, 0);
  for (guint r = 0; r < self->rows->len; r++)
    {
      glp_set_col_bnds (self->program, distance_column (self, r), GLP_DB, 0, 1);
      glp_set_obj_coef (self->program, distance_column (self, r), 1);
    }
}

/* @number times @scale, which makes it whole. Returns: FALSE when that is too large. */
static gboolean
to_whole (mpq_srcptr number, mpz_srcptr scale, double *whole)
{
  gboolean fits = FALSE;
  mpz_t product;

  mpz_init (product);
  mpz_divexact (product, scale, mpq_denref (number));
  mpz_mul (product, product, mpq_numref (number));
  fits = mpz_cmpabs_ui (product, LARGEST) <= 0;
  if (fits)
    *whole = mpz_get_d (product);
  mpz_clear (product);
  return fits;
}

static void
find_scale (const ParleyShareRow *row, mpz_ptr scale)
{
  mpz_set (scale, mpq_denref (row->most));
  for (guint i = 0; i < row->n_shares; i++)
    mpz_lcm (scale, scale, mpq_denref (row->factors[i]));
}

/* The factors of a row, its limit as that of the scale, and its distance. */
static gboolean
fill_row (Program *self, guint index)
{
  const ParleyShareRow *row = row_at (self->rows, index);
  gboolean fits = TRUE;
  mpz_t scale;

  mpz_init (scale);
  find_scale (row, scale);
  for (guint i = 0; fits && i < row->n_shares; i++)
    fits = to_whole (row->factors[i], scale, &self->factors[i + 1]);
  fits = fits && to_whole (row->most, scale, &self->factors[scale_column (self)]);
  mpz_clear (scale);
  self->factors[scale_column (self)] *= -1;
  return fits;
}

static gboolean
add_row (Program *self, guint index, gboolean left_out, GError **error)
{
  int n = scale_column (self) + 1;

  if (!fill_row (self, index))
    {
      g_set_error (
          error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
          "\"%s\" has too many digits: a constraint on weights is to have whole numbers up "
          "to 2^53 when it is multiplied out",
          row_at (self->rows, index)->text);
      return FALSE;
    }
  for (int c = 1; c <= n; c++)
    self->columns[c] = c;
  self->columns[n] = distance_column (self, index);
  self->factors[n] = 1;
  glp_set_mat_row (self->program, (int) index + 1, n, self->columns, self->factors);
  glp_set_row_bnds (self->program, (int) index + 1, left_out ? GLP_FR : GLP_UP, 0, 0);
  return TRUE;
}

/* All shares together are the scale. */
static void
add_sum (Program *self)
{
  int row = (int) self->rows->len + 1;
  int n = scale_column (self);

  for (int c = 1; c <= n; c++)
    {
      self->columns[c] = c;
      self->factors[c] = c == n ? -1 : 1;
    }
  glp_set_mat_row (self->program, row, n, self->columns, self->factors);
  glp_set_row_bnds (self->program, row, GLP_FX, 0, 0);
}

static gboolean
program_fill (Program *self, const gboolean *left_out, GError **error)
{
  glp_set_obj_dir (self->program, GLP_MAX);
  add_columns (self);
  glp_add_rows (self->program, (int) self->rows->len + 1);
  for (guint r = 0; r < self->rows->len; r++)
    if (!add_row (self, r, left_out != NULL && left_out[r], error))
      return FALSE;
  add_sum (self);
  return TRUE;
}

/* First in doubles, then in fractions from where that ended. */
static gboolean
program_run (Program *self, gboolean *exists, GError **error)
{
  glp_smcp control;
  gboolean done = FALSE;
  int status = GLP_UNDEF;

  glp_init_smcp (&control);
  control.msg_lev = GLP_MSG_OFF;
  control.it_lim = MOST_PIVOTS;
  glp_term_out (GLP_OFF);
  glp_adv_basis (self->program, 0);
  glp_simplex (self->program, &control);
  done = glp_exact (self->program, &control) == 0;
  status = glp_get_status (self->program);
  *exists = status == GLP_OPT;
  if (done && (status == GLP_OPT || status == GLP_NOFEAS))
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "whether the constraints on weights agree could not be found out");
  return FALSE;
}

static void
program_read (const Program *self, double *inside, gboolean *tight)
{
  double scale = glp_get_col_prim (self->program, scale_column (self));

  for (guint i = 0; i < self->n_shares; i++)
    inside[i] = glp_get_col_prim (self->program, (int) i + 1) / scale;
  /* In fractions, a distance is 0 or 1 and nothing between. */
  for (guint r = 0; r < self->rows->len; r++)
    tight[r] = glp_get_col_prim (self->program, distance_column (self, r)) < 0.5;
}

gboolean
parley_share_rows_solve (const GPtrArray *rows,
                         const gboolean  *left_out,
                         double          *inside,
                         gboolean        *tight,
                         gboolean        *exists,
                         GError         **error)
{
  guint n = row_at (rows, 0)->n_shares;
  g_auto(Program) program
      = { rows, n, glp_create_prob (), g_new0 (int, n + 3), g_new0 (double, n + 3) };

  if (!program_fill (&program, left_out, error) || !program_run (&program, exists, error))
    return FALSE;
  if (*exists)
    program_read (&program, inside, tight);
  return TRUE;
}

/* Leaves out one row after the other that is not needed for the contradiction (the deletion filter
 * of J. Chinneck and E. Dravnieks, ORSA Journal on Computing 3, 1991). */
void
parley_share_rows_blame (const GPtrArray *rows, GError **error)
{
  g_autofree gboolean *left_out = g_new0 (gboolean, rows->len);
  g_autofree gboolean *tight = g_new (gboolean, rows->len);
  g_autofree double *inside = g_new (double, row_at (rows, 0)->n_shares);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint r = 0; r < rows->len; r++)
    {
      gboolean exists = FALSE;

      left_out[r] = TRUE;
      if (!parley_share_rows_solve (rows, left_out, inside, tight, &exists, error))
        return;
      left_out[r] = !exists;
    }
  for (guint r = 0; r < rows->len; r++)
    if (!left_out[r])
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", row_at (rows, r)->text);
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "what is said of the weights contradicts itself, as shares sum to 100 %%: %s",
               text->str);
}
