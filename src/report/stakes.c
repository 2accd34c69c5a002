/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/stakes.h"

#include "report/figures.h"
#include "report/term_words.h"
#include "report/words.h"

char *
parley_stake_words (const ParleyStake *stake, const ParleySpace *space, guint option)
{
  const ParleyIssue *issue = parley_scenario_issue (space->scenario, stake->issue);

  return stake->derived ? parley_words_number (issue, parley_stake_number (stake, space, option))
                        : parley_words_option (space, stake->place, option);
}

ParleyJson *
parley_stake_to_json (const ParleyStake *stake, const ParleySpace *space, guint option)
{
  return stake->derived ? parley_json_exact (parley_stake_number (stake, space, option))
                        : parley_figure_option (space, stake->place, option);
}

char *
parley_stake_id (const ParleyStake *stake, const ParleySpace *space, guint option)
{
  return stake->derived ? parley_words_figure (parley_stake_number (stake, space, option))
                        : parley_option_id (space, stake->place, option);
}

static guint
count_kind (GPtrArray *stakes, ParleyStakeKind kind)
{
  guint n = 0;

  for (guint i = 0; i < stakes->len; i++)
    n += ((const ParleyStake *) g_ptr_array_index (stakes, i))->kind == kind;
  return n;
}

/* "Duration and Law", "A, B and C": the titles of the issues of @stakes with @kind; NULL when there
 * are none. Returns: (transfer full). */
static char *
titles_of_kind (const ParleyScenario *scenario, GPtrArray *stakes, ParleyStakeKind kind)
{
  g_autoptr(GString) titles = g_string_new (NULL);
  guint n = count_kind (stakes, kind);
  guint found = 0;

  for (guint i = 0; i < stakes->len; i++)
    {
      const ParleyStake *stake = g_ptr_array_index (stakes, i);

      if (stake->kind == kind)
        parley_words_join (titles, found++, n,
                           parley_scenario_issue (scenario, stake->issue)->title);
    }
  return n == 0 ? NULL : g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
add_part (GPtrArray *parts, guint count, const char *singular, const char *plural)
{
  if (count > 0)
    g_ptr_array_add (parts, parley_words_counted (count, singular, plural));
}

/* "3 rules, 2 red lines and 1 adjustment": what a sum over issues leaves out. */
static char *
outside (const ParleyScenario *scenario)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_lines = 0;
  guint n_adjustments = 0;

  for (guint p = 0; p < scenario->parties->len; p++)
    {
      n_lines += parley_scenario_party (scenario, p)->red_lines->len;
      n_adjustments += parley_scenario_party (scenario, p)->adjustments->len;
    }
  add_part (parts, scenario->rules->len, "rule", "rules");
  add_part (parts, n_lines, "red line", "red lines");
  add_part (parts, n_adjustments, "adjustment", "adjustments");
  for (guint i = 0; i < parts->len; i++)
    parley_words_join (text, i, parts->len, g_ptr_array_index (parts, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
parley_stakes_add_notes (ParleyDocument       *document,
                         const ParleyScenario *scenario,
                         GPtrArray            *stakes)
{
  g_autofree char *shared = titles_of_kind (scenario, stakes, PARLEY_STAKE_SHARED);
  g_autofree char *idle = titles_of_kind (scenario, stakes, PARLEY_STAKE_IDLE);
  g_autofree char *tangled = titles_of_kind (scenario, stakes, PARLEY_STAKE_TANGLED);
  g_autofree char *rest = outside (scenario);

  if (shared != NULL)
    parley_document_note (document, "Not in dispute, since both want the same: %s.", shared);
  if (idle != NULL)
    parley_document_note (document, "Worth nothing to either side: %s.", idle);
  if (tangled != NULL)
    parley_document_note (document,
                          "Left out, since it follows from issues that are worth something "
                          "themselves: %s.",
                          tangled);
  if (*rest != '\0')
    parley_document_note (document,
                          "Not in these points, which are of single issues: the file's %s.", rest);
}
