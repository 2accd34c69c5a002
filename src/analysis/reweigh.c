/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/reweigh.h"

#include "analysis/reweigh_part.h"

#include "space/utility.h"

void
parley_reweigh_margin (const ParleyReweighTask *task,
                       const ParleyCorner      *corner,
                       mpq_t                   *shares,
                       mpq_ptr                  margin)
{
  mpq_t part;

  mpq_init (part);
  mpq_sub (margin, corner->points, task->reservation);
  for (guint i = 0; i < task->n; i++)
    {
      mpq_mul (part, shares[task->issues[i]], corner->values[task->issues[i]]);
      mpq_add (margin, margin, part);
    }
  mpq_clear (part);
}

static ParleyReweighing *
reweighing_new (const ParleyParty *party)
{
  ParleyReweighing *self = g_new0 (ParleyReweighing, 1);

  self->n_issues = party->n_issues;
  self->before = parley_exact_array_new (party->n_issues);
  self->after = parley_exact_array_new (party->n_issues);
  for (guint i = 0; i < party->n_issues; i++)
    {
      parley_weight_share (party, i, NULL, self->before[i]);
      self->has_ranges
          |= !party->ranked && party->weights[i] != NULL && party->weights[i]->has_range;
    }
  mpq_inits (self->moved, self->stretch, NULL);
  return self;
}

void
parley_reweighing_free (ParleyReweighing *self)
{
  if (self == NULL)
    return;
  parley_exact_array_free (self->before, self->n_issues);
  parley_exact_array_free (self->after, self->n_issues);
  mpq_clears (self->moved, self->stretch, NULL);
  g_free (self);
}

gboolean
parley_reweighing_is_believed (const ParleyReweighing *self)
{
  int order = self->stretches ? mpq_cmp_ui (self->stretch, 1, 1) : 1;

  return self->order_turns || order < 0 || (order == 0 && self->at_once);
}

static void
copy_shares (ParleyReweighing *self, mpq_t *shares, mpq_srcptr moved)
{
  for (guint i = 0; i < self->n_issues; i++)
    mpq_set (self->after[i], shares[i]);
  mpq_set (self->moved, moved);
}

/* The best of all completions, each by itself. */
static void
turn_one (ParleyReweighing        *self,
          const ParleyReweighTask *task,
          const ParleyCorners     *corners,
          ParleyReweighWay         way)
{
  mpq_t *after = parley_exact_array_new (self->n_issues);
  mpq_t least;

  mpq_init (least);
  self->outcome = PARLEY_REWEIGH_IMPOSSIBLE;
  self->at_once = way == PARLEY_REWEIGH_RAISE;
  for (guint i = 0; i < corners->corners->len; i++)
    {
      const ParleyCorner *corner = parley_corners_get (corners, i);

      if (parley_reweigh_one (task, corner, way, after, least)
          && (self->outcome != PARLEY_REWEIGH_POSSIBLE || mpq_cmp (least, self->moved) < 0))
        {
          self->outcome = PARLEY_REWEIGH_POSSIBLE;
          copy_shares (self, after, least);
        }
      self->order_turns |= task->party->ranked && parley_reweigh_order (task, corner, way);
      if (parley_reweigh_stretch (task, corner, way, least)
          && (!self->stretches || mpq_cmp (least, self->stretch) < 0))
        {
          self->stretches = TRUE;
          mpq_set (self->stretch, least);
        }
    }
  mpq_clear (least);
  parley_exact_array_free (after, self->n_issues);
}

/* Of accepting all completions and rejecting all that which takes less. */
static void
turn_all (ParleyReweighing        *self,
          const ParleyReweighTask *task,
          const ParleyCorners     *lowest,
          const ParleyCorners     *highest,
          gboolean                 mixed)
{
  mpq_t *after = parley_exact_array_new (self->n_issues);
  mpq_t least;

  mpq_init (least);
  self->outcome = PARLEY_REWEIGH_IMPOSSIBLE;
  if (!mixed && parley_reweigh_all (task, lowest, PARLEY_REWEIGH_RAISE, after, least))
    {
      self->outcome = PARLEY_REWEIGH_POSSIBLE;
      self->verdict = PARLEY_VERDICT_ACCEPTS;
      self->at_once = TRUE;
      copy_shares (self, after, least);
    }
  if (parley_reweigh_all (task, highest, PARLEY_REWEIGH_LOWER, after, least)
      && (self->outcome != PARLEY_REWEIGH_POSSIBLE || mpq_cmp (least, self->moved) < 0))
    {
      self->outcome = PARLEY_REWEIGH_POSSIBLE;
      self->verdict = PARLEY_VERDICT_REJECTS;
      self->at_once = FALSE;
      copy_shares (self, after, least);
    }
  mpq_clear (least);
  parley_exact_array_free (after, self->n_issues);
}

/* Whether all completions are the same to the party. */
static gboolean
are_one (const ParleyCorners *lowest, const ParleyCorners *highest)
{
  const ParleyCorner *low = parley_corners_get (lowest, 0);
  const ParleyCorner *high = parley_corners_get (highest, 0);

  if (lowest->corners->len > 1 || highest->corners->len > 1
      || !mpq_equal (low->points, high->points))
    return FALSE;
  for (guint i = 0; i < lowest->n_issues; i++)
    if (!mpq_equal (low->values[i], high->values[i]))
      return FALSE;
  return TRUE;
}

/* Whether the others turn where the first one does, @others being the last to: weight may have gone
 * from all issues in which completions differ, or there was none on them. */
static gboolean
turn_as_one (const ParleyReweighTask *task,
             const ParleyCorners     *others,
             const ParleyReweighing  *turned)
{
  gboolean as_one = TRUE;
  mpq_t margin;

  mpq_init (margin);
  for (guint i = 0; i < others->corners->len && as_one; i++)
    {
      parley_reweigh_margin (task, parley_corners_get (others, i), turned->after, margin);
      as_one = turned->at_once ? mpq_sgn (margin) >= 0 : mpq_sgn (margin) <= 0;
    }
  mpq_clear (margin);
  return as_one;
}

static guint
list_issues (const ParleyParty *party, guint *issues)
{
  guint n = 0;

  for (guint i = 0; i < party->n_issues; i++)
    if (party->weights[i] != NULL && party->values[i] != NULL)
      issues[n++] = i;
  return n;
}

ParleyReweighing *
parley_reweigh (const ParleyParty *party,
                const ParleyCorners *lowest,
                const ParleyCorners *highest,
                mpq_srcptr reservation,
                ParleyVerdict verdict,
                gboolean mixed)
{
  ParleyReweighing *self = reweighing_new (party);
  g_autofree guint *issues = g_new (guint, party->n_issues);
  ParleyReweighTask task
      = { party, reservation, list_issues (party, issues), issues, self->before };
  gboolean alone = FALSE;

  self->outcome = PARLEY_REWEIGH_UNKNOWN;
  if (lowest == NULL || highest == NULL)
    return self;
  alone = !mixed && are_one (lowest, highest);
  if (verdict == PARLEY_VERDICT_DEPENDS)
    {
      turn_all (self, &task, lowest, highest, mixed);
      return self;
    }
  if (verdict == PARLEY_VERDICT_ACCEPTS)
    turn_one (self, &task, lowest, PARLEY_REWEIGH_LOWER);
  else
    turn_one (self, &task, highest, PARLEY_REWEIGH_RAISE);
  alone |= self->outcome == PARLEY_REWEIGH_POSSIBLE && mpq_sgn (self->moved) > 0 && !mixed
           && turn_as_one (&task, self->at_once ? lowest : highest, self);
  self->verdict = !alone                              ? PARLEY_VERDICT_DEPENDS
                  : verdict == PARLEY_VERDICT_ACCEPTS ? PARLEY_VERDICT_REJECTS
                                                      : PARLEY_VERDICT_ACCEPTS;
  return self;
}
