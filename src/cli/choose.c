/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choose.h"

#include "base/error.h"
#include "base/suggest.h"

/* No more ids than this are listed in a message. */
#define MOST_LISTED 12

/* " (expected one of a, b)" when they are few, and what was probably meant. */
static char *
hint_of (const char *id, GPtrArray *known)
{
  g_autofree char *list = NULL;
  g_autofree char *suggestion = NULL;

  g_ptr_array_add (known, NULL);
  list = g_strjoinv (", ", (char **) known->pdata);
  suggestion = parley_suggest_phrase (id, (const char *const *) known->pdata);
  if (known->len - 1 == 0 || known->len - 1 > MOST_LISTED)
    return g_steal_pointer (&suggestion);
  return g_strdup_printf (" (expected one of %s)%s", list, suggestion);
}

/* Finds @id among @things: structures whose first members are their id and title. Returns: FALSE
 * with @hint set (transfer full) when it is not there. */
static gboolean
find (const GPtrArray *things, const char *id, guint *index, char **hint)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < things->len; i++)
    {
      char *one = *(char **) g_ptr_array_index (things, i);

      if (g_str_equal (one, id))
        {
          *index = i;
          return TRUE;
        }
      g_ptr_array_add (known, one);
    }
  *hint = hint_of (parley_suggest_titled (id, things), known);
  return FALSE;
}

gboolean
parley_choose_draft (const ParleyScenario *scenario, const char *id, guint *draft, GError **error)
{
  g_autofree char *hint = NULL;

  if (find (scenario->drafts, id, draft, &hint))
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "there is no draft \"%s\"%s", id, hint);
  return FALSE;
}

static gboolean
contains (const GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

GArray *
parley_choose_drafts (const ParleyScenario *scenario, char *const *ids, GError **error)
{
  g_autoptr(GArray) drafts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint d = 0; ids[0] == NULL && d < scenario->drafts->len; d++)
    g_array_append_val (drafts, d);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint draft = 0;

      if (!parley_choose_draft (scenario, ids[i], &draft, error))
        return NULL;
      if (contains (drafts, draft))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       "draft \"%s\" is named twice", ids[i]);
          return NULL;
        }
      g_array_append_val (drafts, draft);
    }
  return g_steal_pointer (&drafts);
}

gboolean
parley_choose_case (const ParleyScenario *scenario, const char *id, guint *index, GError **error)
{
  g_autofree char *hint = NULL;

  if (find (scenario->cases, id, index, &hint))
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "the scenario has no case \"%s\"%s", id,
               hint);
  return FALSE;
}

gboolean
parley_choose_party (const ParleyScenario *scenario,
                     const char *option,
                     const char *id,
                     guint *party,
                     GError **error)
{
  g_autofree char *hint = NULL;

  if (find (scenario->parties, id, party, &hint))
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "%s: there is no party \"%s\"%s", option,
               id, hint);
  return FALSE;
}

static gboolean
is_scored (const ParleyScenario *scenario, const char *option, guint party, GError **error)
{
  const ParleyParty *self = parley_scenario_party (scenario, party);

  if (parley_party_is_scored (self))
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "%s \"%s\" cannot be used: this party has neither weights nor adjustments, "
               "and so no score",
               option, self->id);
  return FALSE;
}

gboolean
parley_choose_scored (const ParleyScenario *scenario,
                      const char *option,
                      const char *id,
                      guint *party,
                      GError **error)
{
  return parley_choose_party (scenario, option, id, party, error)
         && is_scored (scenario, option, *party, error);
}

gboolean
parley_choose_scored_or_none (const ParleyScenario *scenario,
                              const char *option,
                              const char *id,
                              int *party,
                              GError **error)
{
  guint chosen = 0;

  *party = -1;
  if (id == NULL)
    return TRUE;
  if (!parley_choose_scored (scenario, option, id, &chosen, error))
    return FALSE;
  *party = (int) chosen;
  return TRUE;
}

gboolean
parley_choose_issue (const ParleyScenario *scenario,
                     const char *option,
                     const char *id,
                     guint *issue,
                     GError **error)
{
  int found = parley_scenario_find_issue (scenario, id);
  g_autoptr(GPtrArray) known = g_ptr_array_new ();
  g_autofree char *hint = NULL;

  if (found >= 0 && !parley_issue_is_derived (parley_scenario_issue (scenario, (guint) found)))
    {
      *issue = (guint) found;
      return TRUE;
    }
  for (guint i = 0; i < scenario->issues->len; i++)
    if (!parley_issue_is_derived (parley_scenario_issue (scenario, i)))
      g_ptr_array_add (known, parley_scenario_issue (scenario, i)->id);
  g_ptr_array_add (known, NULL);
  hint = parley_suggest_phrase (parley_suggest_titled (id, scenario->issues),
                                (const char *const *) known->pdata);
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               found < 0 ? "%s: there is no issue \"%s\"%s"
                         : "%s: \"%s\" follows from other issues and has no terms of its own%s",
               option, id, hint);
  return FALSE;
}

/* "--by takes one of nash, egalitarian … or a party; did you mean …". */
static gboolean
refuse_word (const ParleyScenario *scenario,
             const char *option,
             const char *word,
             const char *const *words,
             GError **error)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *hint = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (known, (gpointer) words[i]);
  for (guint p = 0; p < scenario->parties->len; p++)
    g_ptr_array_add (known, parley_scenario_party (scenario, p)->id);
  g_ptr_array_add (known, NULL);
  list = g_strjoinv (", ", (char **) known->pdata);
  hint = parley_suggest_phrase (parley_suggest_titled (word, scenario->parties),
                                (const char *const *) known->pdata);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s takes one of %s, not \"%s\"%s",
               option, list, word, hint);
  return FALSE;
}

gboolean
parley_choose_word_or_party (const ParleyScenario *scenario,
                             const char *option,
                             const char *word,
                             const char *const *words,
                             guint *choice,
                             guint *party,
                             GError **error)
{
  int found = parley_scenario_find_party (scenario, word);

  for (*choice = 0; words[*choice] != NULL; (*choice)++)
    if (g_str_equal (word, words[*choice]))
      return TRUE;
  if (found < 0)
    return refuse_word (scenario, option, word, words, error);
  *party = (guint) found;
  return TRUE;
}

gboolean
parley_choose_among (const ParleyScenario *scenario,
                     const char *word,
                     ParleyAmong *among,
                     guint *party,
                     GError **error)
{
  static const char *const words[] = { "all", "tabled", NULL };
  static const ParleyAmong among_words[]
      = { PARLEY_AMONG_ALL, PARLEY_AMONG_TABLED, PARLEY_AMONG_PARTY };
  guint choice = 0;

  if (word != NULL
      && !parley_choose_word_or_party (scenario, "--among", word, words, &choice, party, error))
    return FALSE;
  *among = among_words[choice];
  return TRUE;
}

/* "us, ukraine and eu": the parties that negotiate and have scores; sets @pair to the first two. */
static guint
list_negotiating (const ParleyScenario *scenario, GString *list, guint *pair)
{
  guint n = 0;

  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);

      if (party->role != PARLEY_ROLE_PARTY || !parley_party_is_scored (party))
        continue;
      if (n < 2)
        pair[n] = p;
      g_string_append_printf (list, "%s%s", n == 0 ? "" : ", ", party->id);
      n++;
    }
  return n;
}

gboolean
parley_choose_pair (const ParleyScenario *scenario,
                    const char *option,
                    const char *text,
                    guint *pair,
                    GError **error)
{
  g_autoptr(GString) list = g_string_new (NULL);
  guint n = list_negotiating (scenario, list, pair);
  g_auto(GStrv) ids = text == NULL ? NULL : g_strsplit (text, ",", -1);

  if (text == NULL && n == 2)
    return TRUE;
  if (text == NULL)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                 "this takes two parties that negotiate and have scores, not %u%s%s%s; choose two "
                 "with %s A,B",
                 n, n == 0 ? "" : " (", list->str, n == 0 ? "" : ")", option);
  else if (g_strv_length (ids) != 2 || g_str_equal (ids[0], ids[1]))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "%s takes two different parties with a comma between them, not \"%s\"", option,
                 text);
  else
    return parley_choose_scored (scenario, option, ids[0], &pair[0], error)
           && parley_choose_scored (scenario, option, ids[1], &pair[1], error);
  return FALSE;
}

gboolean
parley_choose_negotiator (const ParleyScenario *scenario,
                          const char *option,
                          const char *id,
                          guint *party,
                          GError **error)
{
  if (!parley_choose_scored (scenario, option, id, party, error))
    return FALSE;
  if (parley_scenario_party (scenario, *party)->role == PARLEY_ROLE_PARTY)
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "%s \"%s\" cannot be used: this party does not negotiate, by its role", option, id);
  return FALSE;
}
