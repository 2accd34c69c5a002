/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parley/deal_terms.h"

#include "base/error.h"
#include "base/suggest.h"
#include "parley/talks_part.h"

#define MOST_DECIMALS 20

char *
parley_term_number (mpq_srcptr number)
{
  return parley_exact_to_text (number, MOST_DECIMALS);
}

static char *
option_text (const ParleySpace *space, const ParleyAxis *axis, guint option)
{
  const ParleyIssue *issue = parley_scenario_issue (space->scenario, axis->issue);

  if (axis->options != NULL)
    return g_strdup (parley_issue_option (issue, axis->options[option])->id);
  return parley_term_number (axis->numbers[option]);
}

const char *const *
parley_deal_terms_new (ParleyArena *arena, const ParleySpace *space, const guint *options)
{
  guint n = space->domain->n_axes;
  const char **terms = parley_arena_add (arena, const char *, n + 1);

  for (guint a = 0; a < n; a++)
    {
      const ParleyAxis *axis = &space->domain->axes[a];
      g_autofree char *option = option_text (space, axis, options[a]);

      terms[a] = parley_arena_take (
          arena, g_strdup_printf ("%s=%s", parley_scenario_issue (space->scenario, axis->issue)->id,
                                  option));
    }
  return terms;
}

static ParleyTerms *
read_option (const ParleyIssue *issue, const char *word, GError **error)
{
  int option = parley_issue_find_option (issue, word);
  g_autofree char *hint = NULL;
  g_autofree char *quoted = NULL;
  ParleyTerms *terms = NULL;

  if (option < 0)
    {
      hint = parley_suggest_among (word, issue->options);
      quoted = parley_quote (word);
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "\"%s\" has no option \"%s\"%s",
                   issue->id, quoted, hint);
      return NULL;
    }
  terms = parley_terms_new_options (issue->options->len);
  parley_terms_add_option (terms, (guint) option);
  return terms;
}

static ParleyTerms *
read_number (const ParleyIssue *issue, const char *word, GError **error)
{
  ParleyTerms *terms = NULL;
  mpq_t number;

  mpq_init (number);
  if (parley_exact_parse (word, number) && mpq_cmp (number, issue->min) >= 0
      && mpq_cmp (number, issue->max) <= 0)
    {
      terms = parley_terms_new_numbers ();
      parley_terms_add_interval (terms, number, number);
    }
  else
    {
      g_autofree char *min = parley_term_number (issue->min);
      g_autofree char *max = parley_term_number (issue->max);
      g_autofree char *quoted = parley_quote (word);

      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "\"%s\" is a number from %s to %s, not \"%s\"", issue->id, min, max, quoted);
    }
  mpq_clear (number);
  return terms;
}

/* The issue that @term, up to its @length, names, and is open in @draft. Returns: -1 with @error
 * set. */
static int
find_issue (const ParleyScenario *scenario,
            const ParleyDraft    *draft,
            const char           *term,
            gsize                 length,
            GError              **error)
{
  g_autofree char *id = g_strndup (term, length);
  int issue = parley_scenario_find_issue (scenario, id);

  if (issue < 0)
    {
      g_autofree char *quoted = parley_quote (id);
      g_autofree char *hint = parley_suggest_among (id, scenario->issues);

      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "there is no issue \"%s\"%s", quoted,
                   hint);
    }
  else if (parley_issue_is_derived (parley_scenario_issue (scenario, (guint) issue)))
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                 "\"%s\" follows from other issues: it has no term", id);
  else if (draft->terms[issue] != NULL)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "\"%s\" has two terms", id);
  else
    return issue;
  return -1;
}

static gboolean
read_term (const ParleyScenario *scenario, ParleyDraft *draft, const char *term, GError **error)
{
  gsize length = strcspn (term, "=");
  const char *word = term + length + (term[length] == '=');
  int index = find_issue (scenario, draft, term, length, error);
  const ParleyIssue *issue = NULL;
  ParleyTerms *is = NULL;

  if (index < 0)
    return FALSE;
  issue = parley_scenario_issue (scenario, (guint) index);
  is = issue->kind == PARLEY_ISSUE_CHOICE ? read_option (issue, word, error)
                                          : read_number (issue, word, error);
  if (is == NULL)
    return FALSE;
  draft->terms[index] = parley_draft_term_new ();
  draft->terms[index]->is = is;
  return TRUE;
}

ParleyDraft *
parley_deal_terms_read (const ParleyScenario *scenario, const char *const *terms, GError **error)
{
  g_autoptr(ParleyDraft) draft = parley_draft_new ("", scenario->issues->len);

  for (guint i = 0; terms[i] != NULL; i++)
    if (!read_term (scenario, draft, terms[i], error))
      return NULL;
  return g_steal_pointer (&draft);
}
