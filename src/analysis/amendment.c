/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/amendment.h"

#include "analysis/verdict.h"
#include "space/count.h"
#include "space/distance.h"

static ParleyAmendment *
amendment_new (const ParleyLeeway *leeway)
{
  guint n_axes = leeway->space->domain->n_axes;
  ParleyAmendment *self = g_new0 (ParleyAmendment, 1);

  self->options = g_new (guint, MAX (1, n_axes));
  self->changed = g_new0 (gboolean, MAX (1, n_axes));
  self->settled = g_new0 (gboolean, MAX (1, n_axes));
  self->n_scores = leeway->space->scenario->parties->len;
  self->scores = parley_spans_new (self->n_scores);
  self->on_the_line = g_new0 (gboolean, self->n_scores);
  mpz_init (self->n_others);
  return self;
}

void
parley_amendment_free (ParleyAmendment *self)
{
  if (self == NULL)
    return;
  g_free (self->options);
  g_free (self->changed);
  g_free (self->settled);
  parley_spans_free (self->scores, self->n_scores);
  g_free (self->on_the_line);
  mpz_clear (self->n_others);
  g_free (self);
}

static void
take_term (ParleyAmendment *self, const ParleyLeeway *leeway, guint axis, guint option)
{
  gboolean decided = option != PARLEY_LEFT_OPEN;

  self->options[axis] = option;
  self->changed[axis] = decided && !leeway->kept[axis][option];
  self->settled[axis] = decided && leeway->kept[axis][option]
                        && parley_kept_is_open (leeway->space->domain, leeway->kept, axis);
  self->n_changed += (guint) self->changed[axis];
  self->n_settled += (guint) self->settled[axis];
}

/* The deals that are of this amendment, or with @all those that change the same issues. */
static ParleySpace *
part_of (const ParleyAmendment *self, const ParleyLeeway *leeway, gboolean all, GError **error)
{
  const ParleyDomain *domain = leeway->space->domain;
  gboolean **allowed = parley_flags_new (domain);
  ParleySpace *part = NULL;

  for (guint a = 0; a < domain->n_axes; a++)
    for (guint o = 0; o < domain->axes[a].n_options; o++)
      if (!all && self->options[a] != PARLEY_LEFT_OPEN)
        allowed[a][o] = o == self->options[a];
      else
        allowed[a][o] = leeway->kept[a][o] != self->changed[a];
  part = parley_leeway_part (leeway, allowed, error);
  parley_flags_free (allowed, domain);
  return part;
}

static const char *
day_of (const ParleyLeeway *leeway)
{
  return parley_scenario_date_of (leeway->space->scenario, leeway->draft);
}

static void
set_score (ParleyAmendment *self,
           const ParleyOutline *outline,
           const ParleyUtility *utility,
           const char *day)
{
  guint p = utility->party;
  const ParleyParty *party = parley_scenario_party (outline->view->space->scenario, p);
  ParleyExtent extent = parley_extent (outline, utility);
  ParleyVerdict verdict = parley_verdict_of (utility, &extent, TRUE);

  parley_score_to_exact (extent.low, utility->denominator, self->scores[p].low);
  parley_score_to_exact (extent.high, utility->denominator, self->scores[p].high);
  self->on_the_line[p] = parley_party_decides (party) && verdict == PARLEY_VERDICT_ACCEPTS
                         && parley_on_the_line (outline, utility, &extent, day, verdict);
}

static gboolean
set_scores (ParleyAmendment *self, const ParleyLeeway *leeway, GError **error)
{
  g_autoptr(ParleySpace) part = part_of (self, leeway, FALSE, error);
  g_autoptr(GPtrArray) utilities = NULL;

  if (part == NULL)
    return FALSE;
  utilities = parley_utilities_new (part, day_of (leeway));
  for (guint p = 0; p < utilities->len; p++)
    {
      g_autoptr(ParleyOutline) outline = parley_outline_new (part, p, error);

      if (outline == NULL)
        return FALSE;
      set_score (self, outline, g_ptr_array_index (utilities, p), day_of (leeway));
    }
  return TRUE;
}

ParleyAmendment *
parley_amendment_new (const ParleyLeeway *leeway,
                      const ParleyConcerns *concerns,
                      GPtrArray          *packages,
                      const guint        *patterns,
                      ParleyPreference    preference,
                      GError            **error)
{
  g_autoptr(ParleyAmendment) self = amendment_new (leeway);
  g_autoptr(ParleyAssembly) assembly = parley_assembly_new_of_patterns (
      concerns, packages, patterns, parley_budget_points (PARLEY_BUDGET_DEFAULT), error);
  g_autofree guint *chosen = NULL;
  guint n_changed = 0;

  if (assembly == NULL)
    return NULL;
  for (guint b = 0; b < packages->len; b++)
    {
      const ParleyPackages *block = g_ptr_array_index (packages, b);

      n_changed += parley_package_at (block, block->first[patterns[b]])->n_changed;
    }
  chosen = parley_assembly_best (assembly, n_changed, preference);
  for (guint b = 0; b < packages->len; b++)
    {
      const ParleyPackages *block = g_ptr_array_index (packages, b);

      for (guint i = 0; i < block->block->n_axes; i++)
        take_term (self, leeway, block->block->axes[i],
                   parley_package_at (block, chosen[b])->options[i]);
    }
  return set_scores (self, leeway, error) ? g_steal_pointer (&self) : NULL;
}

ParleyAmendment *
parley_amendment_new_deal (const ParleyLeeway *leeway, const guint *options, GError **error)
{
  g_autoptr(ParleyAmendment) self = amendment_new (leeway);

  for (guint a = 0; a < leeway->space->domain->n_axes; a++)
    take_term (self, leeway, a, options[a]);
  return set_scores (self, leeway, error) ? g_steal_pointer (&self) : NULL;
}

static ParleyCounts *
count_part (const ParleyAmendment *self, const ParleyLeeway *leeway, gboolean all)
{
  g_autoptr(ParleySpace) part = part_of (self, leeway, all, NULL);
  g_autoptr(GPtrArray) utilities
      = part == NULL ? NULL : parley_utilities_new (part, day_of (leeway));
  ParleyAcceptance acceptance = parley_acceptance (part, utilities, NULL);

  return part == NULL ? NULL : parley_count (&acceptance, PARLEY_COUNT_TOTALS, NULL);
}

void
parley_amendment_count (ParleyAmendment *self, const ParleyLeeway *leeway)
{
  g_autoptr(ParleyCounts) all = count_part (self, leeway, TRUE);
  g_autoptr(ParleyCounts) own = count_part (self, leeway, FALSE);

  self->counted = all != NULL && own != NULL;
  if (self->counted)
    mpz_sub (self->n_others, all->total.all, own->total.all);
}
