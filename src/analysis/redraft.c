/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/redraft.h"

#include "analysis/row.h"
#include "base/error.h"

const char *
parley_redraft_kind_to_string (ParleyRedraftKind kind)
{
  static const char *const words[] = {
    [PARLEY_REDRAFT_SILENT] = "silent",         [PARLEY_REDRAFT_NICE] = "nice",
    [PARLEY_REDRAFT_FORTUNATE] = "fortunate",   [PARLEY_REDRAFT_SELFISH] = "selfish",
    [PARLEY_REDRAFT_CONCESSION] = "concession", [PARLEY_REDRAFT_UNFORTUNATE] = "unfortunate"
  };

  return words[kind];
}

static ParleyShift *
shifts_new (guint n)
{
  ParleyShift *shifts = g_new (ParleyShift, n);

  for (guint i = 0; i < n; i++)
    mpq_inits (shifts[i].low, shifts[i].high, NULL);
  return shifts;
}

static void
shifts_free (ParleyShift *shifts, guint n)
{
  for (guint i = 0; shifts != NULL && i < n; i++)
    mpq_clears (shifts[i].low, shifts[i].high, NULL);
  g_free (shifts);
}

/* Signs */

/* 1, 0 or -1 where all of @shift has that sign; 2 where it has not one sign. */
static int
sign_of (const ParleyShift *shift)
{
  int low = mpq_sgn (shift->low);

  return low == mpq_sgn (shift->high) ? low : 2;
}

ParleyRedraftKind
parley_redraft_kind (const ParleyShift *own, const ParleyShift *other)
{
  int mine = sign_of (own);
  int theirs = sign_of (other);

  if (mine == 2 || theirs == 2)
    return PARLEY_REDRAFT_UNKNOWN;
  if (mine > 0)
    return theirs > 0 ? PARLEY_REDRAFT_FORTUNATE : PARLEY_REDRAFT_SELFISH;
  if (mine < 0)
    return theirs >= 0 ? PARLEY_REDRAFT_CONCESSION : PARLEY_REDRAFT_UNFORTUNATE;
  return theirs > 0   ? PARLEY_REDRAFT_NICE
         : theirs < 0 ? PARLEY_REDRAFT_UNFORTUNATE
                      : PARLEY_REDRAFT_SILENT;
}

/* Correspondence */

static gboolean
refuse (const char *what, const char *id, GError **error)
{
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "the drafts cannot be compared: their scenarios have not the same %s (\"%s\" is in "
               "one only)",
               what, id);
  return FALSE;
}

static gboolean
match (ParleyRedraft *self, GError **error)
{
  const ParleyScenario *from = self->from->space->scenario;
  const ParleyScenario *to = self->to->space->scenario;

  for (guint i = 0; i < MAX (from->issues->len, to->issues->len); i++)
    {
      const ParleyScenario *longer = i < from->issues->len ? from : to;
      const char *id = parley_scenario_issue (longer, i)->id;
      int found = parley_scenario_find_issue (longer == from ? to : from, id);

      if (found < 0)
        return refuse ("issues", id, error);
      self->issue_in_to[i] = (guint) found;
    }
  for (guint p = 0; p < MAX (from->parties->len, to->parties->len); p++)
    {
      const ParleyScenario *longer = p < from->parties->len ? from : to;
      const char *id = parley_scenario_party (longer, p)->id;
      int found = parley_scenario_find_party (longer == from ? to : from, id);

      if (found < 0)
        return refuse ("parties", id, error);
      self->party_in_to[p] = (guint) found;
    }
  return TRUE;
}

/* Points */

/* Sets @shift to what lies between two spans, whatever the values in them are. */
static void
set_shift (ParleyShift *shift,
           mpq_srcptr   from_low,
           mpq_srcptr   from_high,
           mpq_srcptr   to_low,
           mpq_srcptr   to_high)
{
  mpq_sub (shift->low, to_low, from_high);
  mpq_sub (shift->high, to_high, from_low);
}

/* What an issue redrafts when each draft may be anything that it leaves open; nothing where it has
 * no weight. */
static void
shift_apart (ParleyRedraft *self, guint party, guint issue)
{
  const ParleyContribution *from
      = parley_standing_part (g_ptr_array_index (self->from->standings, party), issue);
  const ParleyContribution *to = parley_standing_part (
      g_ptr_array_index (self->to->standings, self->party_in_to[party]), self->issue_in_to[issue]);
  mpq_t zero;

  mpq_init (zero);
  set_shift (&self->by_issue[party][issue], from == NULL ? zero : from->won_low,
             from == NULL ? zero : from->won_high, to == NULL ? zero : to->won_low,
             to == NULL ? zero : to->won_high);
  mpq_clear (zero);
}

/* One draft in two scenarios: nobody has moved. */
static gboolean
is_same_draft (const ParleyRedraft *self)
{
  return g_str_equal (self->from->draft->id, self->to->draft->id);
}

/* One draft in two scenarios: what it leaves open is the same in both, so an issue redrafts by what
 * one of its options does. */
static gboolean
shift_together (ParleyRedraft *self, guint party, guint issue)
{
  ParleyRow from, to;
  ParleyShift *shift = &self->by_issue[party][issue];
  gboolean found = FALSE;
  mpq_t difference, part;

  if (!is_same_draft (self) || !parley_row_find (self->from, issue, &from)
      || !parley_row_find (self->to, self->issue_in_to[issue], &to)
      || !parley_row_same (&from, &to))
    return FALSE;
  mpq_inits (difference, part, NULL);
  for (guint o = 0; o < from.n_options; o++)
    {
      if (!from.reached[o] || !to.reached[o])
        continue;
      parley_row_points (self->to, &to, self->party_in_to[party], o, difference);
      parley_row_points (self->from, &from, party, o, part);
      mpq_sub (difference, difference, part);
      if (!found || mpq_cmp (difference, shift->low) < 0)
        mpq_set (shift->low, difference);
      if (!found || mpq_cmp (difference, shift->high) > 0)
        mpq_set (shift->high, difference);
      found = TRUE;
    }
  mpq_clears (difference, part, NULL);
  return found;
}

/* Brings what the whole score redrafts by within what its parts do. */
static void
narrow_total (ParleyRedraft *self, guint party)
{
  ParleyShift *total = &self->total[party];
  mpq_t low, high;

  mpq_inits (low, high, NULL);
  mpq_set (low, self->linkage[party].low);
  mpq_set (high, self->linkage[party].high);
  for (guint i = 0; i < self->n_issues; i++)
    {
      mpq_add (low, low, self->by_issue[party][i].low);
      mpq_add (high, high, self->by_issue[party][i].high);
    }
  if (mpq_cmp (low, total->low) > 0)
    mpq_set (total->low, low);
  if (mpq_cmp (high, total->high) < 0)
    mpq_set (total->high, high);
  mpq_clears (low, high, NULL);
}

static void
shift_party (ParleyRedraft *self, guint party)
{
  const ParleyStanding *from = g_ptr_array_index (self->from->standings, party);
  const ParleyStanding *to = g_ptr_array_index (self->to->standings, self->party_in_to[party]);

  set_shift (&self->total[party], from->low, from->high, to->low, to->high);
  for (guint i = 0; i < self->n_issues; i++)
    if (!shift_together (self, party, i))
      shift_apart (self, party, i);
  set_shift (&self->linkage[party], from->adjusted_low, from->adjusted_high, to->adjusted_low,
             to->adjusted_high);
  narrow_total (self, party);
}

/* Whose redraft it is, as an index into the first scenario's parties. */
static int
own_side (const ParleyRedraft *self)
{
  const ParleyDraft *draft = self->to->draft;

  if (is_same_draft (self))
    return -1;
  for (guint p = 0; draft->tabled_by->len > 0 && p < self->n_parties; p++)
    if (self->party_in_to[p] == g_array_index (draft->tabled_by, guint, 0))
      return (int) p;
  return -1;
}

static gboolean
is_scored (const ParleyRedraft *self, guint party)
{
  return ((const ParleyStanding *) g_ptr_array_index (self->from->standings, party))->scored
         && ((const ParleyStanding *) g_ptr_array_index (self->to->standings,
                                                         self->party_in_to[party]))
                ->scored;
}

static void
classify (ParleyRedraft *self)
{
  self->own = own_side (self);
  for (guint p = 0; self->own >= 0 && p < self->n_parties; p++)
    if ((int) p != self->own && is_scored (self, p) && is_scored (self, (guint) self->own))
      self->kinds[p] = parley_redraft_kind (&self->total[self->own], &self->total[p]);
}

ParleyRedraft *
parley_redraft_new (const ParleyDraftScore *from, const ParleyDraftScore *to, GError **error)
{
  g_autoptr(ParleyRedraft) self = g_new0 (ParleyRedraft, 1);

  self->from = from;
  self->to = to;
  self->n_issues = from->space->scenario->issues->len;
  self->n_parties = from->space->scenario->parties->len;
  self->issue_in_to = g_new0 (guint, MAX (self->n_issues, to->space->scenario->issues->len));
  self->party_in_to = g_new0 (guint, MAX (self->n_parties, to->space->scenario->parties->len));
  self->kinds = g_new0 (ParleyRedraftKind, self->n_parties);
  if (!match (self, error))
    return NULL;
  self->total = shifts_new (self->n_parties);
  self->linkage = shifts_new (self->n_parties);
  self->by_issue = g_new0 (ParleyShift *, self->n_parties);
  for (guint p = 0; p < self->n_parties; p++)
    self->by_issue[p] = shifts_new (self->n_issues);
  for (guint p = 0; p < self->n_parties; p++)
    shift_party (self, p);
  classify (self);
  return g_steal_pointer (&self);
}

void
parley_redraft_free (ParleyRedraft *self)
{
  if (self == NULL)
    return;
  shifts_free (self->total, self->n_parties);
  shifts_free (self->linkage, self->n_parties);
  for (guint p = 0; self->by_issue != NULL && p < self->n_parties; p++)
    shifts_free (self->by_issue[p], self->n_issues);
  g_free (self->by_issue);
  g_free (self->issue_in_to);
  g_free (self->party_in_to);
  g_free (self->kinds);
  g_free (self);
}
