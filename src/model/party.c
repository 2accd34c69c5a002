/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/party.h"

#include <string.h>

const char *const parley_role_words[] = { [PARLEY_ROLE_PARTY] = "party",
                                          [PARLEY_ROLE_RATIFIER] = "ratifier",
                                          [PARLEY_ROLE_AFFECTED] = "affected",
                                          NULL };

const char *const parley_stance_words[] = { [PARLEY_STANCE_NONE] = NULL,
                                            [PARLEY_STANCE_DECLARED] = "declared",
                                            [PARLEY_STANCE_BELIEVED] = "believed",
                                            NULL };

static GPtrArray *
array_of (GDestroyNotify free_item)
{
  return g_ptr_array_new_with_free_func (free_item);
}

ParleyParty *
parley_party_new (const char *id, guint n_issues)
{
  ParleyParty *self = g_new0 (ParleyParty, 1);

  self->id = g_strdup (id);
  self->normalize = TRUE;
  self->n_issues = n_issues;
  self->weights = g_new0 (ParleyNumber *, n_issues);
  self->values = g_new0 (ParleyValueFunction *, n_issues);
  self->positions = g_new0 (ParleyPosition *, n_issues);
  self->changes = array_of ((GDestroyNotify) parley_reservation_change_free);
  self->red_lines = array_of ((GDestroyNotify) parley_red_line_free);
  self->adjustments = array_of ((GDestroyNotify) parley_adjustment_free);
  self->preferences = array_of ((GDestroyNotify) parley_draft_preference_free);
  return self;
}

static void
free_by_issue (ParleyParty *self)
{
  for (guint i = 0; i < self->n_issues; i++)
    {
      parley_number_free (self->weights[i]);
      parley_value_function_free (self->values[i]);
      parley_position_free (self->positions[i]);
    }
  g_free (self->weights);
  g_free (self->values);
  g_free (self->positions);
}

void
parley_party_free (ParleyParty *self)
{
  if (self == NULL)
    return;
  free_by_issue (self);
  g_free (self->id);
  g_free (self->title);
  g_free (self->note);
  g_strfreev (self->sources);
  parley_number_free (self->reservation);
  parley_batna_free (self->batna);
  parley_condition_free (self->needed_when);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->red_lines);
  g_ptr_array_unref (self->adjustments);
  g_ptr_array_unref (self->preferences);
  g_free (self);
}

ParleyRedLine *
parley_red_line_new (void)
{
  return g_new0 (ParleyRedLine, 1);
}

void
parley_red_line_free (ParleyRedLine *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  parley_condition_free (self->never);
  parley_number_free (self->holds);
  g_free (self->because);
  g_strfreev (self->sources);
  g_free (self->note);
  g_free (self);
}

ParleyAdjustment *
parley_adjustment_new (void)
{
  return g_new0 (ParleyAdjustment, 1);
}

void
parley_adjustment_free (ParleyAdjustment *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  parley_condition_free (self->when);
  parley_number_free (self->points);
  g_free (self->because);
  g_strfreev (self->sources);
  g_free (self->note);
  g_free (self);
}

ParleyDraftPreference *
parley_draft_preference_new (void)
{
  ParleyDraftPreference *self = g_new0 (ParleyDraftPreference, 1);

  mpq_init (self->points);
  return self;
}

void
parley_draft_preference_free (ParleyDraftPreference *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  mpq_clear (self->points);
  g_free (self->date);
  g_free (self->confidence);
  g_strfreev (self->sources);
  g_free (self->note);
  g_free (self);
}

void
parley_position_free (ParleyPosition *self)
{
  if (self == NULL)
    return;
  parley_terms_free (self->opening);
  parley_terms_free (self->target);
  parley_terms_free (self->limit);
  g_free (self->interest);
  g_strfreev (self->sources);
  g_free (self->note);
  g_free (self);
}

void
parley_reservation_change_free (ParleyReservationChange *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  parley_number_free (self->reservation);
  g_free (self->because);
  g_free (self);
}

void
parley_lottery_outcome_free (ParleyLotteryOutcome *self)
{
  if (self == NULL)
    return;
  parley_number_free (self->p);
  parley_number_free (self->score);
  g_free (self->title);
  g_free (self);
}

void
parley_batna_free (ParleyBatna *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->note);
  g_strfreev (self->sources);
  g_clear_pointer (&self->lottery, g_ptr_array_unref);
  g_free (self);
}

const ParleyNumber *
parley_party_reservation_at (const ParleyParty *self, const char *date)
{
  const ParleyNumber *current = self->reservation;

  for (guint i = 0; date != NULL && i < self->changes->len; i++)
    {
      const ParleyReservationChange *change = g_ptr_array_index (self->changes, i);

      /* Dates are YYYY-MM-DD, so the order of texts is the order of days. */
      if (strcmp (change->from, date) > 0)
        break;
      current = change->reservation;
    }
  return current;
}

void
parley_party_sum_weights (const ParleyParty *self, mpq_ptr sum)
{
  mpq_set_ui (sum, 0, 1);
  for (guint i = 0; i < self->n_issues; i++)
    if (self->weights[i] != NULL)
      mpq_add (sum, sum, self->weights[i]->value);
}

gboolean
parley_party_is_weighted (const ParleyParty *self)
{
  for (guint i = 0; i < self->n_issues; i++)
    if (self->weights[i] != NULL && mpq_sgn (self->weights[i]->value) > 0)
      return TRUE;
  return FALSE;
}

gboolean
parley_party_is_scored (const ParleyParty *self)
{
  for (guint i = 0; i < self->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (self->adjustments, i);

      if (adjustment->points != NULL && mpq_sgn (adjustment->points->value) != 0)
        return TRUE;
    }
  return parley_party_is_weighted (self);
}

gboolean
parley_party_decides (const ParleyParty *self)
{
  return self->role != PARLEY_ROLE_AFFECTED;
}

gboolean
parley_party_gives_verdict (const ParleyParty *self)
{
  return parley_party_decides (self)
         || (self->reservation != NULL && parley_party_is_scored (self));
}
