/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/compare_rows.h"

#include "report/largest.h"

#define ROWS_SHOWN 9

gboolean
parley_compare_rows_differ (const ParleyCompareRows *self, guint issue)
{
  g_autofree char *first = parley_compare_term (self->comparison, 0, issue);

  for (guint d = 1; d < self->comparison->drafts->len; d++)
    {
      const ParleyRedraft *redraft = parley_comparison_redraft (self->comparison, d, TRUE);
      g_autofree char *term = parley_compare_term (self->comparison, d, issue);

      if (!g_str_equal (first, term))
        return TRUE;
      for (guint i = 0; redraft->known && i < self->parties->len; i++)
        {
          const ParleyShift *shift
              = &redraft->by_issue[g_array_index (self->parties, guint, i)][issue];

          /* What is unknown in the same way in both is no difference. */
          if (!parley_shift_is_still (shift)
              && (mpq_sgn (shift->low) > 0 || mpq_sgn (shift->high) < 0))
            return TRUE;
        }
    }
  return FALSE;
}

/* Sets @size to the most that any step moves any party on the issue. */
static void
set_size (gconstpointer rows, guint issue, mpq_ptr size)
{
  const ParleyCompareRows *self = rows;
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (size, 0, 1);
  for (guint s = 0; s < self->comparison->redrafts->len; s++)
    for (guint i = 0; i < self->parties->len; i++)
      {
        const ParleyRedraft *redraft = g_ptr_array_index (self->comparison->redrafts, s);
        const ParleyShift *shift
            = &redraft->by_issue[g_array_index (self->parties, guint, i)][issue];

        mpq_abs (part, shift->low);
        if (mpq_cmp (part, size) > 0)
          mpq_set (size, part);
        mpq_abs (part, shift->high);
        if (mpq_cmp (part, size) > 0)
          mpq_set (size, part);
      }
  mpq_clear (part);
}

static gboolean
has_weight (const ParleyCompareRows *self, guint issue)
{
  for (guint d = 0; d < self->comparison->drafts->len; d++)
    {
      const ParleyCompared *draft = parley_comparison_draft (self->comparison, d);

      for (guint p = 0; p < draft->candidate.scenario->parties->len; p++)
        {
          const ParleyParty *party = parley_scenario_party (draft->candidate.scenario, p);
          const ParleyNumber *weight = party->weights[draft->match->issues[issue]];

          if (weight != NULL && mpq_sgn (weight->value) > 0)
            return TRUE;
        }
    }
  return FALSE;
}

void
parley_compare_rows_init (ParleyCompareRows *self, const ParleyComparison *comparison, gboolean all)
{
  const ParleyCompared *first = parley_comparison_draft (comparison, 0);

  self->comparison = comparison;
  self->scenario = first->candidate.scenario;
  self->parties = g_array_new (FALSE, FALSE, sizeof (guint));
  self->issues = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (((const ParleyStanding *) g_ptr_array_index (first->score->standings, p))->scored)
      g_array_append_val (self->parties, p);
  for (guint i = 0; i < self->scenario->issues->len; i++)
    if (parley_compare_rows_differ (self, i)
        && (!parley_issue_is_derived (parley_scenario_issue (self->scenario, i))
            || has_weight (self, i)))
      g_array_append_val (self->issues, i);
  parley_sort_largest (self->issues, set_size, self);
  self->first = 1;
  self->last = comparison->drafts->len - 1;
  self->n_shown = all || self->issues->len <= ROWS_SHOWN + 1 ? self->issues->len : ROWS_SHOWN;
}

void
parley_compare_rows_clear (ParleyCompareRows *self)
{
  g_array_unref (self->parties);
  g_array_unref (self->issues);
}
