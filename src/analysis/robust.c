/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/robust.h"

#include "analysis/draw_shares.h"
#include "analysis/robust_worker.h"
#include "base/error.h"

/* Choices of blocks that are looked at, all drafts together. */
#define MOST_CHOICES 400000

/* More red lines do not fit in a word. */
#define MOST_RED_LINES 64

/* Getting ready */

static gboolean
check_red_lines (const ParleyScenario *scenario, GError **error)
{
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);

      if (party->red_lines->len <= MOST_RED_LINES)
        continue;
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                   "\"%s\" has %u red lines, and draws are taken with at most %d", party->id,
                   party->red_lines->len, MOST_RED_LINES);
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_space (ParleyRobust *self, const ParleyDraft *draft, GError **error)
{
  ParleyDomain *domain = draft == NULL ? parley_domain_new (self->scenario)
                                       : parley_domain_new_draft (self->scenario, draft);
  ParleySpace *space = parley_space_new (self->scenario, domain, draft, NULL, error);

  if (space == NULL)
    return FALSE;
  g_ptr_array_add (self->spaces, space);
  return TRUE;
}

static const ParleyDraft *
draft_of (const ParleyRobust *self, guint draft)
{
  return parley_scenario_draft (self->scenario, self->draft_indices[draft]);
}

static gboolean
make_spaces (ParleyRobust *self, GError **error)
{
  for (guint d = 0; d < self->request.n_drafts; d++)
    if (!add_space (self, draft_of (self, d), error))
      return FALSE;
  return !self->request.deals || add_space (self, NULL, error);
}

void
parley_robust_blame_deals (GError **error)
{
  g_prefix_error (error, "all deals are too much for draws, and --no-deals leaves them out: ");
}

static gboolean
make_combos (ParleyRobust *self, GError **error)
{
  gsize work = MOST_CHOICES;

  for (guint s = 0; s < self->spaces->len; s++)
    {
      GPtrArray *combos = parley_combos_new_all (g_ptr_array_index (self->spaces, s), &work, error);

      if (combos == NULL)
        {
          if (s >= self->request.n_drafts)
            parley_robust_blame_deals (error);
          return FALSE;
        }
      g_ptr_array_add (self->combos, combos);
    }
  return TRUE;
}

GPtrArray *
parley_robust_readings_new (const ParleyRobust *self)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_reading_free);

  for (guint d = 0; d < self->request.n_drafts; d++)
    for (guint p = 0; p < self->scenario->parties->len; p++)
      g_ptr_array_add (readings, parley_reading_new (
                                     self->draws, p, g_ptr_array_index (self->combos, d),
                                     parley_scenario_date_of (self->scenario, draft_of (self, d))));
  return readings;
}

ParleyResolver *
parley_robust_resolver_new (const ParleyRobust *self)
{
  return self->request.deals
             ? parley_resolver_new (self->draws,
                                    g_ptr_array_index (self->combos, self->combos->len - 1))
             : NULL;
}

static void
set_shape (ParleyRobust *self)
{
  guint n_parties = self->scenario->parties->len;
  const ParleySpace *last
      = self->spaces->len == 0 ? NULL : g_ptr_array_index (self->spaces, self->spaces->len - 1);

  self->shape.n_drafts = self->request.n_drafts;
  self->shape.n_parties = n_parties;
  self->shape.n_inputs = self->draws->inputs->len;
  self->shape.n_axes = last == NULL ? 0 : last->domain->n_axes;
  self->shape.n_shares = g_new0 (guint, MAX (1, n_parties));
  self->shape.scored = g_new0 (gboolean, MAX (1, n_parties));
  for (guint p = 0; p < n_parties; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);

      self->shape.scored[p] = parley_party_is_scored (party);
      self->shape.n_shares[p] = parley_draw_n_shares (party);
    }
}

ParleyRobust *
parley_robust_new (const ParleyScenario *scenario,
                   const ParleyRobustRequest *request,
                   GError **error)
{
  g_autoptr(ParleyRobust) self = g_new0 (ParleyRobust, 1);

  self->scenario = scenario;
  self->request = *request;
  self->draft_indices = g_memdup2 (request->drafts, request->n_drafts * sizeof (guint));
  self->spaces = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_space_free);
  self->combos = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->confidence = g_ptr_array_new_with_free_func (g_free);
  if (!check_red_lines (scenario, error) || !make_spaces (self, error)
      || !make_combos (self, error))
    return NULL;
  self->draws = parley_draws_new (scenario, self->spaces, &request->draws, error);
  self->request.draws.rules = NULL;
  if (self->draws == NULL)
    return NULL;
  set_shape (self);
  self->sums = parley_robust_sums_new (&self->shape);
  if (!parley_draws_move_values (self->draws))
    {
      self->readings = parley_robust_readings_new (self);
      self->resolver = parley_robust_resolver_new (self);
    }
  return g_steal_pointer (&self);
}

void
parley_robust_free (ParleyRobust *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  parley_resolver_free (self->resolver);
  parley_robust_sums_free (self->sums);
  parley_draws_free (self->draws);
  g_ptr_array_unref (self->combos);
  g_ptr_array_unref (self->spaces);
  g_ptr_array_unref (self->confidence);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  g_free (self->shape.n_shares);
  g_free (self->shape.scored);
  g_free (self->draft_indices);
  g_free (self);
}

guint
parley_robust_n_chunks (const ParleyRobust *self)
{
  return (guint) ((self->request.n_draws + PARLEY_CHUNK - 1) / PARLEY_CHUNK);
}

/* All chunks */

/* For each process: a second's work or two. */
#define CHUNKS_IN_A_WAVE 16

guint
parley_robust_wave (const ParleyCrew *crew)
{
  return CHUNKS_IN_A_WAVE * (crew == NULL || crew->fleet == NULL ? 1 : crew->fleet->size);
}

typedef struct
{
  const ParleyRobust *robust;
  guint               first;
} Wave;

static GBytes *
produce_chunk (gsize index, gpointer data, GError **error)
{
  const Wave *wave = data;
  g_autoptr(ParleyRobustSums) sums
      = parley_robust_work (wave->robust, wave->first + (guint) index, error);

  return sums == NULL ? NULL : parley_robust_sums_to_bytes (sums);
}

/* Adds up what came of a wave, in order. Returns: FALSE with @error set when it cannot have come
 * of these chunks. */
static gboolean
add_wave (ParleyRobust *self, GBytes **parts, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ParleyRobustSums) sums = parley_robust_sums_from_bytes (&self->shape, parts[i]);

      if (sums == NULL)
        {
          g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                       "what was kept of the draws is none of theirs");
          return FALSE;
        }
      parley_robust_add (self, sums);
    }
  return TRUE;
}

static gboolean
run_wave (ParleyRobust            *self,
          guint                    first,
          guint                    n,
          const ParleyRobustStore *store,
          const ParleyCrew        *crew,
          GError                 **error)
{
  g_autofree GBytes **parts = g_new0 (GBytes *, n);
  Wave wave = { self, first };
  gboolean fine = TRUE;

  for (guint i = 0; i < n && store != NULL; i++)
    parts[i] = store->recall (first + i, store->data);
  fine = parley_crew_collect (crew, "drawing, chunks", n, produce_chunk, &wave, parts, error)
         && add_wave (self, parts, n, error)
         && (store == NULL || store->keep (first, n, parts, store->data, error));
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&parts[i], g_bytes_unref);
  return fine;
}

gboolean
parley_robust_run (ParleyRobust            *self,
                   const ParleyRobustStore *store,
                   const ParleyCrew        *crew,
                   GError                 **error)
{
  guint n_chunks = parley_robust_n_chunks (self);

  guint wave = parley_robust_wave (crew);

  for (guint first = 0; first < n_chunks; first += wave)
    if (!run_wave (self, first, MIN (wave, n_chunks - first), store, crew, error))
      return FALSE;
  self->doubts = parley_draft_doubts_new (self->scenario, self->draft_indices, self->shape.n_drafts,
                                          -1, error);
  return self->doubts != NULL && parley_robust_confide (self, crew, error);
}
