/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/amend.h"
#include "report/score.h"
#include "report/words.h"

/* "Only terms that some draft has tabled are put in place of the draft's." */
static char *
words_of_terms (const ParleyAmend *amend)
{
  const ParleyLeewayLimits *limits = &amend->request.limits;

  switch (limits->among)
    {
    case PARLEY_AMONG_TABLED:
      return g_strdup ("Only terms that some draft has tabled are put in place of the draft's.");
    case PARLEY_AMONG_PARTY:
      return g_strdup_printf (
          "Only terms that %s has tabled or accepted are put in place of the draft's.",
          parley_scenario_party (amend->scenario, limits->among_party)->title);
    case PARLEY_AMONG_ALL:
    default:
      return g_strdup ("Any terms may be put in place of the draft's.");
    }
}

/* The titles of the issues whose terms are fixed, or not; sets @n to how many they are. */
static char *
words_of_fixed (const ParleyAmend *amend, gboolean fixed, guint *n)
{
  const ParleyDomain *domain = amend->leeway->space->domain;
  g_autoptr(GString) text = g_string_new (NULL);

  *n = 0;
  for (guint a = 0; a < domain->n_axes; a++)
    if (amend->request.limits.fixed[domain->axes[a].issue] == fixed)
      {
        g_string_append_printf (
            text, "%s%s", *n == 0 ? "" : ", ",
            parley_scenario_issue (amend->scenario, domain->axes[a].issue)->title);
        (*n)++;
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What may not change, said the shorter way. */
static void
append_limits (GString *text, const ParleyAmend *amend)
{
  guint n_fixed = 0, n_free = 0;
  g_autofree char *fixed = words_of_fixed (amend, TRUE, &n_fixed);
  g_autofree char *free_ones = words_of_fixed (amend, FALSE, &n_free);

  if (n_fixed > 0 && n_fixed <= n_free)
    g_string_append_printf (text, " As in the draft stay: %s.", fixed);
  else if (n_fixed > 0)
    g_string_append_printf (text, " Only these may change: %s.", n_free == 0 ? "none" : free_ones);
  if (amend->request.most_changes != PARLEY_ANY_CHANGES)
    g_string_append_printf (text, " At most %u may change.", amend->request.most_changes);
}

static void
add_title (ParleyDocument *document, const ParleyAmend *amend)
{
  g_autofree char *name = parley_words_draft (amend->draft, amend->scenario->as_of);
  g_autofree char *terms = words_of_terms (amend);
  g_autoptr(GString) limits = g_string_new (NULL);

  append_limits (limits, amend);
  parley_document_heading (document, 1, "%s: %s", name,
                           amend->improve == PARLEY_IMPROVE_NOT_ASKED ? "what would have to change"
                                                                      : "better deals for all");
  parley_document_paragraph (document, "%s. %s%s %s", amend->scenario->title, terms, limits->str,
                             parley_words_exactness (amend->rounded));
}

/* Nothing has to change; something may have to be settled. */
static char *
answer_without_changes (const ParleyAmend *amend)
{
  g_autofree char *everyone = parley_words_everyone (amend->scenario);
  guint n = amend->n_settled;

  if (n == 0)
    return g_strdup_printf ("NOTHING has to change: the draft is acceptable to %s%s.", everyone,
                            parley_amend_standing (amend)->verdict == PARLEY_VERDICT_ACCEPTS
                                ? " as it is"
                                : " once open terms are settled");
  return g_strdup_printf ("NOTHING has to change, but %u open %s to be settled: then the draft is "
                          "acceptable to %s, whatever its other open terms turn out to be.",
                          n, n == 1 ? "term has" : "terms have", everyone);
}

/* "Past aid, Control of the fund": the issues that change in every way. */
static char *
words_of_issues (const ParleyAmend *amend)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint a = 0; a < amend->leeway->space->domain->n_axes; a++)
    if (amend->n_sets_with[a] == amend->n_sets)
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : ", ",
                              parley_scenario_issue (amend->scenario,
                                                     amend->leeway->space->domain->axes[a].issue)
                                  ->title);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "There are 35 ways to choose these." */
static char *
words_of_ways (const ParleyAmend *amend)
{
  g_autofree char *common = NULL;

  if (amend->ways == PARLEY_WAYS_TOO_MANY)
    {
      g_autofree char *most = parley_words_counted (PARLEY_MOST_WAYS, "way", "ways");

      return g_strdup_printf ("There are more than %s to choose them", most);
    }
  if (amend->ways == PARLEY_WAYS_TOO_WIDE)
    return g_strdup ("Not every way to choose them is known");
  common = words_of_issues (amend);
  if (amend->n_sets == 1)
    return g_strdup_printf ("The only way: %s", common);
  return g_strdup_printf (
      "There are %u ways to choose %s%s", amend->n_sets,
      common[0] == '\0' ? "them; none is in all of these" : "them; in all of these: ", common);
}

char *
parley_amend_answer (const ParleyAmend *amend)
{
  g_autofree char *everyone = parley_words_everyone (amend->scenario);
  guint n_settled = amend->n_settled;
  g_autofree char *ways = NULL;
  g_autofree char *settled = n_settled == 0
                                 ? g_strdup ("")
                                 : g_strdup_printf (", and %u open %s to be settled,", n_settled,
                                                    n_settled == 1 ? "term has" : "terms have");

  if (!amend->possible)
    return g_strdup_printf ("IMPOSSIBLE: no amendment makes the draft acceptable to %s.", everyone);
  if (amend->n_changes == 0)
    return answer_without_changes (amend);
  ways = words_of_ways (amend);
  return g_strdup_printf ("%u %s to change%s for the draft to be acceptable to %s; with fewer "
                          "changes it is not. %s.",
                          amend->n_changes, amend->n_changes == 1 ? "issue has" : "issues have",
                          settled, everyone, ways);
}

static void
add_answer (ParleyDocument *document, const ParleyAmend *amend)
{
  g_autofree char *answer = parley_amend_answer (amend);

  parley_document_lead (document, "%s", answer);
}

static gboolean
is_settled_already (const ParleyAmend *amend)
{
  return amend->n_changes == 0 && parley_amend_standing (amend)->verdict == PARLEY_VERDICT_ACCEPTS;
}

static void
add_changes (ParleyDocument *document, const ParleyAmend *amend)
{
  if (!amend->possible)
    parley_conflict_add (document, amend);
  else if (!is_settled_already (amend))
    {
      if (amend->ways == PARLEY_WAYS_TOO_WIDE)
        parley_document_note (
            document,
            "Too much hangs together to say more: %s. So what the draft leaves open "
            "is settled in what follows.",
            amend->why_wide);
      if (amend->party >= 0)
        parley_document_heading (document, 2, "What changes cost");
      parley_amend_add_costs (document, amend);
      parley_amend_add_ways (document, amend);
    }
  else
    parley_document_paragraph (document, "Deals that are better for all: --improve.");
  parley_amend_add_payment (document, amend);
}

ParleyDocument *
parley_amend_to_document (const ParleyAmend *amend)
{
  ParleyDocument *document = parley_document_new ();

  add_title (document, amend);
  if (amend->improve != PARLEY_IMPROVE_NOT_ASKED)
    parley_amend_add_improvements (document, amend);
  else
    add_answer (document, amend);
  parley_document_heading (document, 2, "How the draft stands");
  parley_score_add_reasons (document, amend->scenario, parley_amend_standing (amend));
  if (amend->improve == PARLEY_IMPROVE_NOT_ASKED)
    add_changes (document, amend);
  return document;
}
