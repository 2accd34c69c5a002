/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/geniusweb.h"

#define SPACE "LinearAdditiveUtilitySpace"

/* What a file is that is no profile: its first key, or its kind. */
static void
refuse_document (const ParleyNode *root, ParleyProblems *problems)
{
  ParleyProblem *problem
      = parley_problems_add_at (problems, PARLEY_PROBLEM_UNKNOWN_DOCUMENT, root,
                                "this is no profile of GeniusWeb that can be read");

  problem->found = root->kind == PARLEY_NODE_OBJECT && parley_node_size (root) > 0
                       ? g_strdup_printf ("the key \"%.200s\"", parley_node_key (root, 0))
                       : parley_node_describe (root);
  problem->expected = g_strdup ("the key \"" SPACE "\", or \"issuesValues\" for a domain");
}

/* Adds what is there to @spaces, or to @domains. */
static void
sort_root (ParleyNode *root, GPtrArray *spaces, GPtrArray *domains, ParleyProblems *problems)
{
  ParleyNode *space = parley_node_get (root, SPACE);

  if (space != NULL && space->kind == PARLEY_NODE_OBJECT)
    g_ptr_array_add (spaces, space);
  else if (parley_node_get (root, "issuesValues") != NULL)
    g_ptr_array_add (domains, root);
  else
    refuse_document (root, problems);
}

static ParleyNode *
read_text (ParleyText *text, ParleyProblems *problems)
{
  if (parley_import_first (text) != '<')
    return parley_node_parse (text, problems);
  parley_problems_add_to_file (problems, PARLEY_PROBLEM_UNKNOWN_DOCUMENT, text, 0,
                               "this is XML, and GeniusWeb has JSON; \"parley import genius\" "
                               "reads domains and profiles in XML");
  return NULL;
}

/* Returns: (transfer full): the roots, which own what is in @spaces and @domains. */
static GPtrArray *
read_texts (GPtrArray *texts, GPtrArray *spaces, GPtrArray *domains, ParleyProblems *problems)
{
  GPtrArray *roots = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_node_unref);

  for (guint i = 0; i < texts->len; i++)
    {
      ParleyText *text = g_ptr_array_index (texts, i);
      ParleyNode *root = NULL;

      if (parley_import_is_repeated (texts, i))
        parley_problems_add_to_file (problems, PARLEY_PROBLEM_REPEATED, text, 0,
                                     "this file is given twice");
      else
        root = read_text (text, problems);
      if (root == NULL)
        continue;
      g_ptr_array_add (roots, root);
      sort_root (root, spaces, domains, problems);
    }
  return roots;
}

static gboolean
check_count (GPtrArray *texts, guint n_profiles, ParleyProblems *problems)
{
  const ParleyText *last = g_ptr_array_index (texts, texts->len - 1);
  ParleyProblem *problem = NULL;

  if (n_profiles > 0 && n_profiles <= PARLEY_MAX_PARTIES)
    return TRUE;
  problem = parley_problems_add_to_file (problems, PARLEY_PROBLEM_DOMAIN_AND_PROFILES, last, 0,
                                         "a scenario is made of 1 to %u profiles, which carry "
                                         "their domain, and the files are not that",
                                         PARLEY_MAX_PARTIES);
  problem->found = g_strdup_printf ("%u profiles", n_profiles);
  return FALSE;
}

static gboolean
read_domains (ParleyGeniusweb *self, GPtrArray *spaces, GPtrArray *domains)
{
  gboolean whole = TRUE;

  for (guint i = 0; whole && i < domains->len; i++)
    whole = parley_geniusweb_read_domain (self, g_ptr_array_index (domains, i));
  for (guint i = 0; whole && i < spaces->len; i++)
    {
      const ParleyNode *domain = parley_geniusweb_member (
          self, g_ptr_array_index (spaces, i), "a profile", "domain", PARLEY_NODE_OBJECT);

      whole = domain != NULL && parley_geniusweb_read_domain (self, domain);
    }
  return whole;
}

static void
describe_source (const ParleyGeniusweb *self, GPtrArray *spaces)
{
  const char *name = parley_node_get_string (self->domain, "name");
  g_autoptr(GString) note = g_string_new ("Imported from the GeniusWeb files ");

  for (guint i = 0; i < spaces->len; i++)
    {
      const ParleyNode *space = g_ptr_array_index (spaces, i);
      g_autofree char *file = parley_import_file (space->text);

      g_string_append_printf (note, "%s%s", i == 0 ? "" : (i + 1 < spaces->len ? ", " : " and "),
                              file);
    }
  g_string_append (note, ". A score is 100 times the utility there: weights are used as written, "
                         "and not divided by their sum, and values are utilities as written, not "
                         "divided by the largest. A reservation is the utility of the reservation "
                         "bid, and 0 without one.");
  self->scenario->title
      = name != NULL ? parley_import_title (name) : parley_import_stem (self->domain->text);
  self->scenario->note = g_strdup (note->str);
}

static void
build (ParleyGeniusweb *self, GPtrArray *spaces, GPtrArray *domains)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!read_domains (self, spaces, domains))
    return;
  for (guint i = 0; i < spaces->len; i++)
    parley_geniusweb_read_profile (self, g_ptr_array_index (spaces, i), taken);
  parley_import_check_steps (self->steps, self->scenario, self->problems);
  describe_source (self, spaces);
}

ParleyScenario *
parley_import_geniusweb (GPtrArray *texts, GPtrArray *steps, ParleyProblems *problems)
{
  g_autoptr(GPtrArray) spaces = g_ptr_array_new ();
  g_autoptr(GPtrArray) domains = g_ptr_array_new ();
  g_autoptr(GPtrArray) roots = NULL;
  g_autoptr(ParleyScenario) scenario = parley_scenario_new ();
  g_autoptr(GPtrArray) places
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  ParleyGeniusweb self = { scenario, problems, steps, NULL, places };
  guint n_errors = problems->n_errors;

  g_return_val_if_fail (texts->len > 0, NULL);

  roots = read_texts (texts, spaces, domains, problems);
  if (problems->n_errors == n_errors && check_count (texts, spaces->len, problems))
    build (&self, spaces, domains);
  return problems->n_errors == n_errors ? g_steal_pointer (&scenario) : NULL;
}
