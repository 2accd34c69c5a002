/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/words.h"

#include <string.h>

#include "report/language.h"

/* Translators: as it stands in a day, "30 Apr" */
static const char *const months[]
    = { N_ ("Jan"), N_ ("Feb"), N_ ("Mar"), N_ ("Apr"), N_ ("May"), N_ ("Jun"),
        N_ ("Jul"), N_ ("Aug"), N_ ("Sep"), N_ ("Oct"), N_ ("Nov"), N_ ("Dec") };

char *
parley_words_day (const char *date, const char *as_of)
{
  gsize n = date != NULL ? strlen (date) : 0;
  guint month = 0;
  guint day = 0;

  if (n < 10)
    return g_strdup (n > 0 ? date : "");
  month = (guint) g_ascii_strtoull (date + 5, NULL, 10);
  day = (guint) g_ascii_strtoull (date + 8, NULL, 10);
  if (as_of != NULL && strncmp (date, as_of, 4) == 0)
    return g_strdup_printf ("%u %s", day, _ (months[month - 1]));
  return g_strdup_printf ("%u %s %.4s", day, _ (months[month - 1]), date);
}

char *
parley_words_draft (const ParleyDraft *draft, const char *as_of)
{
  g_autofree char *day = parley_words_day (draft->date, as_of);

  return draft->date == NULL ? g_strdup (draft->title)
                             : g_strconcat (day, ", ", draft->title, NULL);
}

const char *
parley_words_act (ParleyAct act)
{
  static const char *const words[] = {
    [PARLEY_ACT_TABLED] = N_ ("tabled it"),
    [PARLEY_ACT_ACCEPTED_TEXT] = N_ ("accepted the text"),
    [PARLEY_ACT_REJECTED] = N_ ("rejected"),
    [PARLEY_ACT_WITHHELD] = N_ ("withheld its signature"),
    [PARLEY_ACT_SIGNED] = N_ ("signed"),
    [PARLEY_ACT_RATIFIED] = N_ ("ratified"),
    [PARLEY_ACT_IN_FORCE] = N_ ("put it in force"),
  };

  return _ (words[act]);
}

const char *
parley_words_title (const char *title, const char *id)
{
  return title != NULL ? title : id;
}

guint
parley_words_n_deciding (const ParleyScenario *scenario)
{
  guint n = 0;

  for (guint p = 0; p < scenario->parties->len; p++)
    n += (guint) parley_party_decides (parley_scenario_party (scenario, p));
  return n;
}

char *
parley_words_everyone (const ParleyScenario *scenario)
{
  guint n = parley_words_n_deciding (scenario);

  if (n == 1)
    return g_strdup (_ ("the one side that decides"));
  return n == 2 ? g_strdup (_ ("both sides"))
                : g_strdup_printf (parley_translate_count ("all %u side", "all %u sides", n), n);
}

char *
parley_words_issues (const ParleyScenario *scenario)
{
  g_autofree char *text = NULL;
  guint n_derived = 0;

  for (guint i = 0; i < scenario->issues->len; i++)
    n_derived += (guint) parley_issue_is_derived (parley_scenario_issue (scenario, i));
  text = parley_words_counted (scenario->issues->len - n_derived, NP_ ("issue", "issues"));
  return n_derived == 0 ? g_steal_pointer (&text)
                        : g_strdup_printf (_ ("%s and %u derived from them"), text, n_derived);
}

const char *
parley_words_applies (ParleyShare applies)
{
  switch (applies)
    {
    case PARLEY_ALL:
      return _ ("in every completion");
    case PARLEY_SOME:
      return _ ("in some completions");
    case PARLEY_NONE:
    default:
      return _ ("in no completion");
    }
}

const char *
parley_words_among (const ParleyScenario *scenario, ParleyAmong among, guint party)
{
  switch (among)
    {
    case PARLEY_AMONG_TABLED:
      return "tabled";
    case PARLEY_AMONG_PARTY:
      return parley_scenario_party (scenario, party)->id;
    case PARLEY_AMONG_ALL:
    default:
      return "all";
    }
}

const char *
parley_words_exactness (gboolean rounded)
{
  return rounded ? _ ("Scores are rounded to 1e-10 of a point; shown with one decimal.")
                 : _ ("Exact for the numbers in the file; shown rounded.");
}

void
parley_words_join (GString *list, guint index, guint n, const char *item)
{
  g_string_append_printf (list, "%s%s",
                          index == 0       ? ""
                          : index + 1 == n ? _ (" and ")
                                           : ", ",
                          item);
}

char *
parley_words_parties (const ParleyScenario *scenario, const guint *parties, guint n)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    parley_words_join (text, i, n, parley_scenario_party (scenario, parties[i])->title);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
