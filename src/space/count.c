/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/count.h"

#include "space/tally.h"

/* In arcs: what an order may cost that is looked for in brief, in all and with each diagram. */
#define BRIEF_PLAN      300000
#define BRIEF_PLAN_ARCS 25000

static void
tally_init (ParleyTally *self, guint n_parties)
{
  self->n_parties = n_parties;
  mpz_inits (self->feasible, self->all, NULL);
  self->by_party = parley_exact_wholes_new (n_parties);
}

static void
tally_clear (ParleyTally *self)
{
  mpz_clears (self->feasible, self->all, NULL);
  parley_exact_wholes_free (self->by_party, self->n_parties);
}

static ParleyCounts *
counts_alloc (const ParleySpace *space, guint n_parties, gboolean by_option)
{
  ParleyCounts *self = g_new0 (ParleyCounts, 1);

  self->n_axes = space->domain->n_axes;
  tally_init (&self->total, n_parties);
  self->n_options = g_new (guint, self->n_axes);
  for (guint a = 0; a < self->n_axes; a++)
    self->n_options[a] = space->domain->axes[a].n_options;
  if (!by_option)
    return self;
  self->by_option = g_new (ParleyTally *, self->n_axes);
  for (guint a = 0; a < self->n_axes; a++)
    {
      self->by_option[a] = g_new (ParleyTally, self->n_options[a]);
      for (guint o = 0; o < self->n_options[a]; o++)
        tally_init (&self->by_option[a][o], n_parties);
    }
  return self;
}

void
parley_counts_free (ParleyCounts *self)
{
  if (self == NULL)
    return;
  for (guint a = 0; self->by_option != NULL && a < self->n_axes; a++)
    {
      for (guint o = 0; o < self->n_options[a]; o++)
        tally_clear (&self->by_option[a][o]);
      g_free (self->by_option[a]);
    }
  g_free (self->by_option);
  g_free (self->n_options);
  tally_clear (&self->total);
  g_free (self);
}

/* Which number of a tally a view counts. */
typedef struct
{
  enum
  {
    FEASIBLE,
    PARTY,
    ALL
  } kind;
  guint slot; /* PARTY */
} Figure;

static mpz_ptr
figure_of (ParleyTally *tally, Figure figure)
{
  switch (figure.kind)
    {
    case FEASIBLE:
      return tally->feasible;
    case PARTY:
      return tally->by_party[figure.slot];
    case ALL:
    default:
      return tally->all;
    }
}

/* [axis][option]: zeros. */
static mpz_t **
options_new (const ParleyCounts *self)
{
  mpz_t **by_option = g_new (mpz_t *, self->n_axes);

  for (guint a = 0; a < self->n_axes; a++)
    by_option[a] = parley_exact_wholes_new (self->n_options[a]);
  return by_option;
}

/* Adds them to @self and frees them. */
static void
take_options (ParleyCounts *self, mpz_t **by_option, Figure figure)
{
  for (guint a = 0; a < self->n_axes; a++)
    {
      for (guint o = 0; o < self->n_options[a]; o++)
        {
          mpz_ptr sum = figure_of (&self->by_option[a][o], figure);

          mpz_add (sum, sum, by_option[a][o]);
        }
      parley_exact_wholes_free (by_option[a], self->n_options[a]);
    }
  g_free (by_option);
}

/* One view to be counted, and what comes of it. */
typedef struct
{
  ParleyView *view;
  Figure      figure;
  mpz_t       total;
  mpz_t     **by_option; /* NULL: not wanted */
  gboolean    counted;
  GError     *error;
} Job;

static void
add_job (GArray *jobs, ParleyView *view, Figure figure, const ParleyCounts *options_of)
{
  Job job = { .view = view, .figure = figure };

  mpz_init (job.total);
  job.by_option = options_of == NULL ? NULL : options_new (options_of);
  g_array_append_val (jobs, job);
}

static void
do_job (gsize index, gpointer data)
{
  Job *job = &g_array_index ((GArray *) data, Job, index);

  job->counted = parley_tally (job->view, job->total, job->by_option, &job->error);
}

/* Adds what came of a job to @self and frees it. Returns: FALSE with @error set when it was
 * not to be done. */
static gboolean
take_job (ParleyCounts *self, Job *job, GError **error)
{
  mpz_ptr sum = figure_of (&self->total, job->figure);

  mpz_add (sum, sum, job->total);
  if (job->by_option != NULL)
    take_options (self, job->by_option, job->figure);
  mpz_clear (job->total);
  parley_view_free (job->view);
  if (job->counted)
    return TRUE;
  if (error != NULL && *error == NULL)
    *error = g_steal_pointer (&job->error);
  g_clear_error (&job->error);
  return FALSE;
}

/* Who is counted, and in how much detail. */
static GArray *
list_jobs (const ParleyCounts *self,
           const ParleyAcceptance *acceptance,
           ParleyDetail detail,
           guint n_groups)
{
  const ParleyCounts *everyone = detail == PARLEY_COUNT_EVERYONE_BY_OPTION ? self : NULL;
  GArray *jobs = g_array_new (FALSE, FALSE, sizeof (Job));

  /* The longest first, so that threads end together. */
  for (guint g = 0; g < n_groups; g++)
    add_job (jobs, parley_acceptance_view (acceptance, g, NULL, 0), (Figure){ ALL, 0 },
             detail != PARLEY_COUNT_TOTALS ? self : NULL);
  for (guint s = 0; s < acceptance->utilities->len; s++)
    add_job (jobs, parley_acceptance_view_of_party (acceptance, s), (Figure){ PARTY, s }, everyone);
  add_job (jobs, parley_acceptance_view_of_all (acceptance), (Figure){ FEASIBLE, 0 }, everyone);
  return jobs;
}

/* Returns: (transfer full). @found: (out): whether with a diagram of at most @most_arcs. */
static guint *
plan (const ParleyAcceptance *acceptance, gsize most_arcs, gboolean *found)
{
  g_autoptr(ParleyView) view = parley_acceptance_view (acceptance, 0, NULL, 0);
  g_autoptr(ParleyView) floors = parley_view_new_floors (view);
  guint *order = g_new (guint, MAX (1, acceptance->space->domain->n_axes));

  *found = parley_tally_plan (floors, most_arcs, order);
  return order;
}

guint *
parley_count_plan (const ParleyAcceptance *acceptance)
{
  gboolean found = FALSE;

  return plan (acceptance, PARLEY_TALLY_PLAN_ARCS, &found);
}

guint *
parley_count_plan_in_brief (const ParleyAcceptance *acceptance)
{
  gsize n_tries = (gsize) acceptance->space->domain->n_axes + 1;
  gboolean found = FALSE;
  g_autofree guint *order = plan (acceptance, MIN (BRIEF_PLAN_ARCS, BRIEF_PLAN / n_tries), &found);

  return found ? g_steal_pointer (&order) : NULL;
}

ParleyCounts *
parley_count (const ParleyAcceptance *acceptance, ParleyDetail detail, GError **error)
{
  g_autoptr(ParleyCounts) self
      = counts_alloc (acceptance->space, acceptance->utilities->len, detail != PARLEY_COUNT_TOTALS);
  guint n_groups = parley_acceptance_n_groups (acceptance, error);
  ParleyAcceptance planned = *acceptance;
  g_autofree guint *order = NULL;
  g_autoptr(GArray) jobs = NULL;
  gboolean counted = n_groups > 0;

  if (n_groups == 0)
    return NULL;
  if (planned.order == NULL)
    planned.order = order = parley_count_plan (acceptance);
  jobs = list_jobs (self, &planned, detail, n_groups);
  parley_crew_do (acceptance->crew, "counting deals", jobs->len, do_job, jobs);
  for (guint i = 0; i < jobs->len; i++)
    counted &= take_job (self, &g_array_index (jobs, Job, i), error);
  return counted ? g_steal_pointer (&self) : NULL;
}
