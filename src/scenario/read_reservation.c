/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

#include <string.h>

static const ParleyKey reservation_keys[] = {
  { "value", TRUE },  { "low", FALSE },        { "high", FALSE },
  { "basis", FALSE }, { "confidence", FALSE }, { "source", FALSE },
  { "note", FALSE },  { "changes", FALSE },    { NULL, FALSE },
};

static const ParleyKey change_keys[] = {
  { "from", TRUE },   { "value", TRUE },    { "low", FALSE },        { "high", FALSE },
  { "basis", FALSE }, { "because", FALSE }, { "confidence", FALSE }, { "source", FALSE },
  { "note", FALSE },  { NULL, FALSE },
};

static const ParleyKey batna_keys[] = {
  { "title", TRUE }, { "note", FALSE }, { "source", FALSE }, { "lottery", FALSE }, { NULL, FALSE },
};

static const ParleyKey outcome_keys[] = {
  { "p", TRUE }, { "score", TRUE }, { "title", FALSE }, { "note", FALSE }, { NULL, FALSE },
};

static void
check_dates (ParleyReader *reader, const ParleyNode *node, const char *from, const char *last)
{
  if (last == NULL || strcmp (from, last) > 0)
    return;
  parley_read_explain (parley_problems_add_at (reader->problems, PARLEY_PROBLEM_DATES_NOT_ASCENDING,
                                               node, "the dates of changes must ascend"),
                       node, "a day after the change before");
}

/* @last is the date of the change before. */
static void
read_change (ParleyReader *reader, const ParleyNode *node, ParleyParty *party, const char **last)
{
  ParleyReservationChange *change = NULL;

  if (!parley_read_object (reader, node, "a change of a reservation", change_keys))
    return;
  change = g_new0 (ParleyReservationChange, 1);
  g_ptr_array_add (party->changes, change);
  change->from = parley_read_date (reader, node, "from");
  change->because = parley_read_text (reader, node, "because");
  change->reservation
      = parley_read_input_object (reader, node, "the reservation", PARLEY_BOUND_POINTS);
  if (change->from == NULL)
    return;
  check_dates (reader, parley_node_get (node, "from"), change->from, *last);
  *last = change->from;
}

/* Without a day to search at, no change would ever be in force. */
static void
check_as_of (ParleyReader *reader, const ParleyNode *changes)
{
  const ParleyNode *root = g_ptr_array_index (reader->origins, 0);

  if (reader->alone || parley_node_get (root, "as_of") != NULL)
    return;
  parley_problems_add_at (reader->problems, PARLEY_PROBLEM_MISSING_AS_OF, changes,
                          "a reservation changes, so the scenario needs \"as_of\"");
}

static void
read_changes (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  const ParleyNode *list = parley_read_filled_list (reader, node, "changes");
  const char *last = NULL;

  if (list == NULL)
    return;
  for (guint i = 0; i < parley_node_size (list); i++)
    read_change (reader, parley_node_child (list, i), party, &last);
  check_as_of (reader, list);
}

void
parley_read_reservation (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  const ParleyNode *reservation = parley_node_get (node, "reservation");

  if (reservation == NULL)
    return;
  if (reservation->kind != PARLEY_NODE_OBJECT)
    {
      party->reservation
          = parley_read_input (reader, reservation, "the reservation", PARLEY_BOUND_POINTS);
      return;
    }
  parley_read_object (reader, reservation, "a reservation", reservation_keys);
  party->reservation
      = parley_read_input_object (reader, reservation, "the reservation", PARLEY_BOUND_POINTS);
  read_changes (reader, reservation, party);
}

/* BATNA */

/* Returns: FALSE when the probability is not known. */
static gboolean
read_outcome (ParleyReader *reader, const ParleyNode *node, ParleyBatna *batna)
{
  ParleyLotteryOutcome *outcome = NULL;
  g_autofree char *note = NULL;
  const ParleyNode *p = NULL;
  const ParleyNode *score = NULL;

  if (!parley_read_object (reader, node, "an outcome of a lottery", outcome_keys))
    return FALSE;
  outcome = g_new0 (ParleyLotteryOutcome, 1);
  g_ptr_array_add (batna->lottery, outcome);
  outcome->title = parley_read_text (reader, node, "title");
  note = parley_read_text (reader, node, "note");
  p = parley_node_get (node, "p");
  score = parley_node_get (node, "score");
  if (p != NULL)
    outcome->p = parley_read_input (reader, p, "\"p\"", PARLEY_BOUND_PROBABILITY);
  if (score != NULL)
    outcome->score = parley_read_input (reader, score, "\"score\"", PARLEY_BOUND_POINTS);
  return outcome->p != NULL;
}

static void
check_sum (ParleyReader *reader, const ParleyNode *list, const ParleyBatna *batna)
{
  mpq_t sum;

  mpq_init (sum);
  for (guint i = 0; i < batna->lottery->len; i++)
    {
      const ParleyLotteryOutcome *outcome = g_ptr_array_index (batna->lottery, i);

      mpq_add (sum, sum, outcome->p->value);
    }
  if (mpq_cmp_ui (sum, 1, 1) != 0)
    {
      g_autofree char *text = parley_exact_to_text (sum, 12);
      ParleyProblem *problem
          = parley_problems_add_at (reader->problems, PARLEY_PROBLEM_LOTTERY_SUM, list,
                                    "the probabilities of a lottery must be 1 in all");

      problem->found = g_steal_pointer (&text);
      problem->expected = g_strdup ("1");
    }
  mpq_clear (sum);
}

static void
read_lottery (ParleyReader *reader, const ParleyNode *node, ParleyBatna *batna)
{
  const ParleyNode *list = parley_read_filled_list (reader, node, "lottery");
  guint n_outcomes = parley_read_count (reader, list, "outcomes", PARLEY_MAX_OUTCOMES,
                                        PARLEY_PROBLEM_TOO_MANY_OUTCOMES);
  gboolean whole = n_outcomes > 0 && n_outcomes == parley_node_size (list);

  for (guint i = 0; i < n_outcomes; i++)
    whole &= read_outcome (reader, parley_node_child (list, i), batna);
  if (whole)
    check_sum (reader, list, batna);
}

void
parley_read_batna (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  const ParleyNode *object = parley_node_get (node, "batna");

  if (object == NULL || !parley_read_object (reader, object, "a BATNA", batna_keys))
    return;
  party->batna = g_new0 (ParleyBatna, 1);
  party->batna->lottery
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_lottery_outcome_free);
  party->batna->title = parley_read_text (reader, object, "title");
  party->batna->note = parley_read_text (reader, object, "note");
  party->batna->sources = parley_read_cited (reader, object);
  reader->tally.sourced = party->batna->sources != NULL;
  read_lottery (reader, object, party->batna);
  reader->tally.sourced = FALSE;
}
