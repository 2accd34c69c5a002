/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/brackets.h"

typedef struct
{
  ParleyView   *view;
  mpz_srcptr    n_feasible;
  double        work;
  ParleyBracket bracket;
} Job;

static void
do_job (gsize index, gpointer data)
{
  Job *job = &((Job *) data)[index];

  if (!parley_bracket (job->view, job->n_feasible, job->work, &job->bracket))
    job->bracket = (ParleyBracket){ 0, 1 };
}

/* Groups share no deals. */
static ParleyBracket
add_groups (const Job *jobs, guint n_groups)
{
  ParleyBracket all = { 0, 0 };

  for (guint g = 0; g < n_groups; g++)
    {
      all.low = MIN (1, all.low + jobs[g].bracket.low);
      all.high = MIN (1, all.high + jobs[g].bracket.high);
    }
  return all;
}

void
parley_brackets (const ParleyAcceptance *acceptance,
                 mpz_srcptr              n_feasible,
                 ParleyBracket          *by_party,
                 ParleyBracket          *all)
{
  guint n_groups = parley_acceptance_n_groups (acceptance, NULL);
  guint n_parties = acceptance->utilities->len;
  guint n_jobs = n_groups + n_parties;
  g_autofree Job *jobs = g_new0 (Job, MAX (1, n_jobs));

  for (guint i = 0; i < n_jobs; i++)
    {
      jobs[i].view = i < n_groups ? parley_acceptance_view (acceptance, i, NULL, 0)
                                  : parley_acceptance_view_of_party (acceptance, i - n_groups);
      jobs[i].n_feasible = n_feasible;
      jobs[i].work = PARLEY_BRACKET_WORK / (i < n_groups ? n_groups : 1);
    }
  parley_crew_do (acceptance->crew, "bounding counts", n_jobs, do_job, jobs);
  *all = add_groups (jobs, n_groups);
  for (guint p = 0; p < n_parties; p++)
    by_party[p] = jobs[n_groups + p].bracket;
  for (guint i = 0; i < n_jobs; i++)
    parley_view_free (jobs[i].view);
}
