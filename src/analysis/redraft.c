/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/redraft.h"

#include "analysis/issue_row.h"

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

/* Kinds */

static gboolean
is_zero (const ParleyShift *shift)
{
  return mpq_sgn (shift->low) == 0 && mpq_sgn (shift->high) == 0;
}

ParleyRedraftKind
parley_redraft_kind (const ParleyShift *own, const ParleyShift *other)
{
  gboolean gains = mpq_sgn (own->low) > 0;
  gboolean other_gains = mpq_sgn (other->low) > 0;

  if (gains && other_gains)
    return PARLEY_REDRAFT_FORTUNATE;
  if (gains && mpq_sgn (other->high) <= 0)
    return PARLEY_REDRAFT_SELFISH;
  if (mpq_sgn (own->high) < 0 && mpq_sgn (other->low) >= 0)
    return PARLEY_REDRAFT_CONCESSION;
  if (mpq_sgn (own->high) <= 0 && mpq_sgn (other->high) < 0)
    return PARLEY_REDRAFT_UNFORTUNATE;
  if (is_zero (own) && other_gains)
    return PARLEY_REDRAFT_NICE;
  if (is_zero (own) && is_zero (other))
    return PARLEY_REDRAFT_SILENT;
  return PARLEY_REDRAFT_UNKNOWN;
}

/* Drafts */

static const ParleyStanding *
standing_in (const ParleyDraftAt *draft, guint party)
{
  return g_ptr_array_index (draft->score->standings, draft->match->parties[party]);
}

static const ParleyContribution *
part_in (const ParleyDraftAt *draft, guint party, guint issue)
{
  return parley_standing_part (standing_in (draft, party), draft->match->issues[issue]);
}

static guint
n_parties (const ParleyRedraft *self)
{
  return self->scenario->parties->len;
}

static guint
n_issues (const ParleyRedraft *self)
{
  return self->scenario->issues->len;
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

/* What an issue moves when each draft may be anything that it leaves open; nothing where it has no
 * weight. */
static void
shift_apart (ParleyRedraft *self, guint party, guint issue)
{
  const ParleyContribution *from = part_in (&self->from, party, issue);
  const ParleyContribution *to = part_in (&self->to, party, issue);
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
  return g_str_equal (self->from.score->draft->id, self->to.score->draft->id);
}

/* Whether what the drafts leave open of an issue is the same in both. */
static gboolean
is_together (const ParleyRedraft *self, guint issue)
{
  return is_same_draft (self)
         || (self->alike && parley_issue_row_alike (self->from.score, self->to.score, issue));
}

/* One draft in two scenarios, or terms alike: what is left open is the same in both, so an issue
 * moves what one of its options does. */
static gboolean
shift_together (ParleyRedraft *self, guint party, guint issue)
{
  ParleyIssueRow from, to;
  ParleyShift *shift = &self->by_issue[party][issue];
  gboolean found = FALSE;
  mpq_t difference, part;

  if (!is_together (self, issue)
      || !parley_issue_row_find (self->from.score, self->from.match->issues[issue], &from)
      || !parley_issue_row_find (self->to.score, self->to.match->issues[issue], &to)
      || !parley_issue_row_same (&from, &to))
    return FALSE;
  mpq_inits (difference, part, NULL);
  for (guint o = 0; o < from.n_options; o++)
    {
      if (!from.reached[o] || !to.reached[o])
        continue;
      parley_issue_row_points (self->to.score, &to, self->to.match->parties[party], o, difference);
      parley_issue_row_points (self->from.score, &from, self->from.match->parties[party], o, part);
      mpq_sub (difference, difference, part);
      parley_exact_widen (shift->low, shift->high, difference, !found);
      found = TRUE;
    }
  mpq_clears (difference, part, NULL);
  return found;
}

/* Brings what the whole score moves within what its parts do. */
static void
narrow_total (ParleyRedraft *self, guint party)
{
  ParleyShift *total = &self->total[party];
  mpq_t low, high;

  mpq_inits (low, high, NULL);
  mpq_set (low, self->linkage[party].low);
  mpq_set (high, self->linkage[party].high);
  for (guint i = 0; i < n_issues (self); i++)
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
  const ParleyStanding *from = standing_in (&self->from, party);
  const ParleyStanding *to = standing_in (&self->to, party);

  set_shift (&self->total[party], from->low, from->high, to->low, to->high);
  for (guint i = 0; i < n_issues (self); i++)
    if (!shift_together (self, party, i))
      shift_apart (self, party, i);
  set_shift (&self->linkage[party], from->adjusted_low, from->adjusted_high, to->adjusted_low,
             to->adjusted_high);
  narrow_total (self, party);
}

/* Whose step it is. */
static int
own_side (const ParleyRedraft *self)
{
  const ParleyDraft *draft = self->to.score->draft;

  if (is_same_draft (self))
    return -1;
  for (guint p = 0; draft->tabled_by->len > 0 && p < n_parties (self); p++)
    if (self->to.match->parties[p] == g_array_index (draft->tabled_by, guint, 0))
      return (int) p;
  return -1;
}

static gboolean
is_scored (const ParleyRedraft *self, guint party)
{
  return standing_in (&self->from, party)->scored && standing_in (&self->to, party)->scored;
}

static void
classify (ParleyRedraft *self)
{
  self->own = own_side (self);
  for (guint p = 0; self->own >= 0 && p < n_parties (self); p++)
    if ((int) p != self->own && is_scored (self, p) && is_scored (self, (guint) self->own))
      self->kinds[p] = parley_redraft_kind (&self->total[self->own], &self->total[p]);
}

static gboolean
has_completion (const ParleyDraftAt *draft)
{
  return draft->score->verdict != PARLEY_VERDICT_INFEASIBLE;
}

static ParleyRedraft *
redraft_new (const ParleyScenario *scenario,
             const ParleyDraftAt  *from,
             const ParleyDraftAt  *to,
             gboolean              alike)
{
  ParleyRedraft *self = g_new0 (ParleyRedraft, 1);

  self->scenario = scenario;
  self->from = *from;
  self->to = *to;
  self->own = -1;
  self->alike = alike;
  self->known = has_completion (from) && has_completion (to);
  self->kinds = g_new0 (ParleyRedraftKind, n_parties (self));
  self->total = parley_spans_new (n_parties (self));
  self->linkage = parley_spans_new (n_parties (self));
  self->by_issue = g_new0 (ParleyShift *, n_parties (self));
  for (guint p = 0; p < n_parties (self); p++)
    self->by_issue[p] = parley_spans_new (n_issues (self));
  for (guint p = 0; self->known && p < n_parties (self); p++)
    shift_party (self, p);
  if (self->known)
    classify (self);
  return self;
}

ParleyRedraft *
parley_redraft_new (const ParleyScenario *scenario,
                    const ParleyDraftAt  *from,
                    const ParleyDraftAt  *to)
{
  return redraft_new (scenario, from, to, FALSE);
}

ParleyRedraft *
parley_redraft_new_alike (const ParleyScenario *scenario,
                          const ParleyDraftAt  *from,
                          const ParleyDraftAt  *to)
{
  return redraft_new (scenario, from, to, TRUE);
}

void
parley_redraft_free (ParleyRedraft *self)
{
  if (self == NULL)
    return;
  parley_spans_free (self->total, n_parties (self));
  parley_spans_free (self->linkage, n_parties (self));
  for (guint p = 0; p < n_parties (self); p++)
    parley_spans_free (self->by_issue[p], n_issues (self));
  g_free (self->by_issue);
  g_free (self->kinds);
  g_free (self);
}
