/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/factor.h"

#include "base/error.h"
#include "space/predicate.h"

#define MAX_ENTRIES 1000000

static guint
number_hash (gconstpointer key)
{
  mpq_srcptr number = key;

  return (guint) (mpz_get_ui (mpq_numref (number)) * 31 + mpz_get_ui (mpq_denref (number)));
}

static gboolean
number_equal (gconstpointer a, gconstpointer b)
{
  return mpq_equal ((mpq_srcptr) a, (mpq_srcptr) b) != 0;
}

/* Sets axes, those of @issues (flags), and strides, the last axis varying fastest; FALSE when too
 * large. */
static gboolean
lay_out (ParleyFactor *self, const ParleyDomain *domain, const gboolean *issues)
{
  self->axes = g_new (guint, domain->n_axes);
  self->strides = g_new (gsize, domain->n_axes);
  for (guint a = 0; a < domain->n_axes; a++)
    if (issues[domain->axes[a].issue])
      self->axes[self->n_axes++] = a;

  self->n_entries = 1;
  for (guint i = self->n_axes; i-- > 0;)
    {
      self->strides[i] = self->n_entries;
      self->n_entries *= domain->axes[self->axes[i]].n_options;
      if (self->n_entries > MAX_ENTRIES)
        return FALSE;
    }
  return TRUE;
}

static void
product_value (const ParleyDomain *domain,
               const ParleyIssue *issue,
               const guint *options,
               mpq_ptr value)
{
  mpq_set (value, issue->scale);
  for (guint i = 0; i < issue->factors->len; i++)
    {
      int axis = domain->axis_of_issue[g_array_index (issue->factors, guint, i)];

      mpq_mul (value, value, domain->axes[axis].numbers[options[axis]]);
    }
}

/* @rows: (element-type ParleyPredicate): one a row of the table. */
static void
table_value (const ParleyIssue *issue, GPtrArray *rows, const guint *options, mpq_ptr value)
{
  for (guint i = 0; i < rows->len; i++)
    if (parley_predicate_matches (g_ptr_array_index (rows, i), options))
      {
        mpq_set (value, ((const ParleyTableRow *) g_ptr_array_index (issue->rows, i))->value);
        return;
      }
  mpq_set (value, issue->otherwise);
}

static GPtrArray *
compile_rows (const ParleyDomain *domain, const ParleyIssue *issue)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_predicate_free);

  for (guint i = 0; issue->kind == PARLEY_ISSUE_TABLE && i < issue->rows->len; i++)
    {
      const ParleyTableRow *row = g_ptr_array_index (issue->rows, i);

      g_ptr_array_add (rows, parley_predicate_new (domain, NULL, row->when));
    }
  return rows;
}

/* The index of @value among the distinct values, which grow as needed. */
static guint32
intern (ParleyFactor *self, GHashTable *index, mpq_srcptr value)
{
  gpointer found = NULL;

  if (g_hash_table_lookup_extended (index, value, NULL, &found))
    return GPOINTER_TO_UINT (found);

  g_ptr_array_add (self->values, parley_exact_new (value));
  g_hash_table_insert (index, g_ptr_array_index (self->values, self->values->len - 1),
                       GUINT_TO_POINTER (self->values->len - 1));
  return self->values->len - 1;
}

static void
tabulate (ParleyFactor *self, const ParleyScenario *scenario, const ParleyDomain *domain)
{
  const ParleyIssue *issue = parley_scenario_issue (scenario, self->issue);
  g_autoptr(GPtrArray) rows = compile_rows (domain, issue);
  g_autoptr(GHashTable) index = g_hash_table_new (number_hash, number_equal);
  g_autofree guint *options = g_new0 (guint, domain->n_axes);
  mpq_t value;

  mpq_init (value);
  self->value_of_entry = g_new (guint32, self->n_entries);
  for (gsize entry = 0; entry < self->n_entries; entry++)
    {
      for (guint i = 0; i < self->n_axes; i++)
        options[self->axes[i]]
            = (guint) (entry / self->strides[i]) % domain->axes[self->axes[i]].n_options;
      if (issue->kind == PARLEY_ISSUE_PRODUCT)
        product_value (domain, issue, options, value);
      else
        table_value (issue, rows, options, value);
      self->value_of_entry[entry] = intern (self, index, value);
    }
  mpq_clear (value);
}

ParleyFactor *
parley_factor_new (const ParleyScenario *scenario,
                   const ParleyDomain   *domain,
                   guint                 issue,
                   GError              **error)
{
  g_autoptr(ParleyFactor) self = g_new0 (ParleyFactor, 1);
  g_autofree gboolean *issues = g_new0 (gboolean, scenario->issues->len);

  self->issue = issue;
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);
  parley_issue_mark_sources (parley_scenario_issue (scenario, issue), issues);
  if (!lay_out (self, domain, issues))
    {
      g_set_error (
          error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
          "the derived issue \"%s\" has more than a million combinations of the issues that it "
          "follows from; give these fewer options or a coarser step",
          parley_scenario_issue (scenario, issue)->id);
      return NULL;
    }
  tabulate (self, scenario, domain);
  return g_steal_pointer (&self);
}

void
parley_factor_free (ParleyFactor *self)
{
  if (self == NULL)
    return;
  g_free (self->axes);
  g_free (self->strides);
  g_free (self->value_of_entry);
  g_ptr_array_unref (self->values);
  g_free (self);
}
