/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/history_words.h"

#include "report/largest.h"
#include "report/number.h"
#include "report/words.h"

/* What is rarer is left out of lists. */
#define LEAST_SHARE 0.005

char *
parley_history_name (const ParleyHistory *self, guint draft)
{
  return parley_words_draft (parley_history_draft (self, draft)->draft, self->scenario->as_of);
}

const char *
parley_history_side (const ParleyHistory *self, guint side)
{
  return parley_scenario_party (self->scenario, self->pair[side])->title;
}

/* Kinds */

/* The likeliest kind that is not yet in @shown. */
static guint
next_kind (const ParleyHistoryStep *step, const gboolean *shown)
{
  guint best = 0;

  for (guint k = 1; k < PARLEY_N_REDRAFT_KINDS; k++)
    if (!shown[k] && step->kinds.shares[k] >= LEAST_SHARE
        && (best == 0 || step->kinds.shares[k] > step->kinds.shares[best]))
      best = k;
  return best;
}

static char *
kinds_by_share (const ParleyHistoryStep *step)
{
  gboolean shown[PARLEY_N_REDRAFT_KINDS] = { FALSE };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint k = next_kind (step, shown); k != 0; k = next_kind (step, shown))
    {
      g_autofree char *chance = parley_words_chance (step->kinds.shares[k]);

      shown[k] = TRUE;
      g_string_append_printf (text, "%s%s %s", text->len == 0 ? "" : ", ",
                              parley_redraft_kind_to_string (k), chance);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
parley_history_kind (const ParleyHistoryStep *step)
{
  if (step == NULL || !step->redraft->known)
    return NULL;
  if (step->kind != PARLEY_REDRAFT_UNKNOWN)
    return g_strdup (parley_redraft_kind_to_string (step->kind));
  return parley_history_step_varies (step) ? kinds_by_share (step)
                                           : g_strdup ("hangs on open terms");
}

static void
find_in_step (const ParleyHistoryStep *step, gboolean *occurs)
{
  if (step == NULL)
    return;
  occurs[step->kind] = TRUE;
  for (guint k = 1; parley_history_step_varies (step) && k < PARLEY_N_REDRAFT_KINDS; k++)
    occurs[k] |= step->kinds.shares[k] >= LEAST_SHARE;
}

void
parley_history_find_kinds (const ParleyHistory *self, gboolean *occurs)
{
  for (guint side = 0; side < 2; side++)
    for (guint s = 0; s < self->paths[side].stops->len; s++)
      {
        const ParleyStop *stop = parley_path_stop (&self->paths[side], s);

        find_in_step (stop->from_own, occurs);
        find_in_step (stop->from_table, occurs);
      }
}

const char *
parley_history_meaning (ParleyRedraftKind kind)
{
  static const char *const meanings[]
      = { [PARLEY_REDRAFT_SILENT] = "both keep the points that they had",
          [PARLEY_REDRAFT_NICE] = "the other side gains, and it costs nothing",
          [PARLEY_REDRAFT_FORTUNATE] = "both sides gain",
          [PARLEY_REDRAFT_SELFISH] = "the side that moves gains, and the other does not",
          [PARLEY_REDRAFT_CONCESSION]
          = "the side that moves loses, and the other keeps its points or gains",
          [PARLEY_REDRAFT_UNFORTUNATE]
          = "the other side loses, and the side that moves does not gain" };

  return meanings[kind];
}

/* Parts */

static char *
percent (mpq_srcptr number)
{
  return parley_number_decimal (100 * parley_exact_to_double (number), 0);
}

char *
parley_history_part (const ParleyPath *path)
{
  g_autofree char *low = percent (path->part_low);
  g_autofree char *high = percent (path->part_high);

  if (mpq_sgn (path->part_low) < 0)
    return g_strdup_printf ("at most %s %%", high);
  if (g_str_equal (low, high))
    return g_strdup_printf ("%s %%", high);
  return g_strdup_printf ("%s-%s %%", low, high);
}

/* Issues */

typedef struct
{
  const ParleyHistory     *history;
  const ParleyHistoryStep *step;
} Order;

static const ParleyShift *
shift_of (const Order *self, guint side, guint issue)
{
  return &self->step->redraft->by_issue[self->history->pair[side]][issue];
}

/* Sets @size to twice the most that the middle of either side's shift is away from nothing. */
static void
set_size (gconstpointer order, guint issue, mpq_ptr size)
{
  mpq_t sum;

  mpq_init (sum);
  mpq_set_ui (size, 0, 1);
  for (guint side = 0; side < 2; side++)
    {
      const ParleyShift *shift = shift_of (order, side, issue);

      mpq_add (sum, shift->low, shift->high);
      mpq_abs (sum, sum);
      if (mpq_cmp (sum, size) > 0)
        mpq_set (size, sum);
    }
  mpq_clear (sum);
}

static gboolean
has_moved (const Order *self, guint issue)
{
  return !parley_shift_is_still (shift_of (self, 0, issue))
         || !parley_shift_is_still (shift_of (self, 1, issue));
}

GArray *
parley_history_moved (const ParleyHistory *self, const ParleyHistoryStep *step)
{
  GArray *issues = g_array_new (FALSE, FALSE, sizeof (guint));
  Order order = { self, step };

  for (guint i = 0; step->redraft->known && i < self->scenario->issues->len; i++)
    if (has_moved (&order, i))
      g_array_append_val (issues, i);
  parley_sort_largest (issues, set_size, &order);
  return issues;
}
