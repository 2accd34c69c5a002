/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/genius.h"

/* What GENIUS keeps of the frontier, under this name; it is no XML. */
#define FRONTIER_FILE "pareto.xml"

typedef struct
{
  GPtrArray *elements; /* (owned) of ParleyElement: the roots */
  GPtrArray *domains;  /* of those, not owned */
  GPtrArray *profiles; /* of those, not owned */
} Roots;

static void
roots_clear (Roots *self)
{
  g_ptr_array_unref (self->elements);
  g_ptr_array_unref (self->domains);
  g_ptr_array_unref (self->profiles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Roots, roots_clear)

static gboolean
looks_like_json (const ParleyText *text)
{
  char first = parley_import_first (text);

  return first == '{' || first == '[';
}

/* By the root, as the names of files are free. */
static void
sort_root (Roots *self, ParleyElement *root, ParleyProblems *problems)
{
  ParleyProblem *problem = NULL;

  if (g_str_equal (root->name, "negotiation_template"))
    g_ptr_array_add (self->domains, root);
  else if (g_str_equal (root->name, "utility_space"))
    g_ptr_array_add (self->profiles, root);
  else
    {
      problem = parley_problems_add_at_element (problems, PARLEY_PROBLEM_UNKNOWN_DOCUMENT, root,
                                                "this is no domain and no profile of GENIUS");
      problem->found = g_strdup_printf ("<%s>", root->name);
      problem->expected = g_strdup ("<negotiation_template> for a domain, <utility_space> for a "
                                    "profile");
    }
}

static void
read_text (Roots *self, ParleyText *text, ParleyProblems *problems)
{
  g_autofree char *name = parley_import_file (text);
  ParleyElement *root = NULL;

  if (g_str_equal (name, FRONTIER_FILE))
    {
      parley_problems_add_to_file (problems, PARLEY_PROBLEM_LEFT_OUT, text, 0,
                                   "under this name GENIUS keeps points of the frontier, so the "
                                   "file is left out");
      return;
    }
  if (looks_like_json (text))
    {
      parley_problems_add_to_file (problems, PARLEY_PROBLEM_UNKNOWN_DOCUMENT, text, 0,
                                   "this is JSON, and GENIUS has XML; \"parley import geniusweb\" "
                                   "reads profiles in JSON");
      return;
    }
  root = parley_xml_parse (text, problems);
  if (root == NULL)
    return;
  g_ptr_array_add (self->elements, root);
  sort_root (self, root, problems);
}

static void
read_texts (Roots *self, GPtrArray *texts, ParleyProblems *problems)
{
  for (guint i = 0; i < texts->len; i++)
    if (parley_import_is_repeated (texts, i))
      parley_problems_add_to_file (problems, PARLEY_PROBLEM_REPEATED, g_ptr_array_index (texts, i),
                                   0, "this file is given twice");
    else
      read_text (self, g_ptr_array_index (texts, i), problems);
}

/* "no domain and 2 profiles" */
static char *
describe (const Roots *self)
{
  g_autofree char *domains = self->domains->len == 0
                                 ? g_strdup ("no domain")
                                 : g_strdup_printf ("%u domain%s", self->domains->len,
                                                    self->domains->len == 1 ? "" : "s");
  g_autofree char *profiles = self->profiles->len == 0
                                  ? g_strdup ("no profile")
                                  : g_strdup_printf ("%u profile%s", self->profiles->len,
                                                     self->profiles->len == 1 ? "" : "s");

  return g_strdup_printf ("%s and %s", domains, profiles);
}

/* Says at the last file what the files are. */
static gboolean
check_roots (const Roots *self, GPtrArray *texts, ParleyProblems *problems)
{
  const GPtrArray *last = self->domains->len > 1 ? self->domains : self->elements;
  const ParleyText *text = NULL;
  ParleyProblem *problem = NULL;

  if (self->domains->len == 1 && self->profiles->len > 0
      && self->profiles->len <= PARLEY_MAX_PARTIES)
    return TRUE;
  text = last->len > 0 ? ((ParleyElement *) g_ptr_array_index (last, last->len - 1))->text
                       : g_ptr_array_index (texts, texts->len - 1);
  problem = parley_problems_add_to_file (
      problems, PARLEY_PROBLEM_DOMAIN_AND_PROFILES, text, 0,
      "a scenario is made of one domain and of 1 to %u profiles, and the files are not that",
      PARLEY_MAX_PARTIES);
  problem->found = describe (self);
  problem->expected = g_strdup ("one file with the root <negotiation_template>, and others with "
                                "<utility_space>");
  return FALSE;
}

static gboolean
has_kind (const ParleyGenius *genius, ParleyGeniusKind kind)
{
  for (guint i = 0; i < genius->issues->len; i++)
    if (parley_genius_issue (genius, i)->kind == kind)
      return TRUE;
  return FALSE;
}

static gboolean
some_party (const ParleyScenario *scenario, gboolean weighted)
{
  for (guint p = 0; p < scenario->parties->len; p++)
    if (parley_party_is_weighted (parley_scenario_party (scenario, p)) == weighted)
      return TRUE;
  return FALSE;
}

/* How scores were made of the files, of what is in them only. */
static char *
describe_scores (const ParleyGenius *genius)
{
  const ParleyScenario *scenario = genius->scenario;
  gboolean linear = some_party (scenario, TRUE);
  GString *note = g_string_new ("A score is 100 times the utility in GENIUS at time 0.");

  if (linear)
    g_string_append (note, " Weights are used as written, and not divided by their sum.");
  if (linear && has_kind (genius, PARLEY_GENIUS_DISCRETE))
    g_string_append (note, " The value of an option is its evaluation divided by the largest "
                           "evaluation of its issue in that profile.");
  if (linear && has_kind (genius, PARLEY_GENIUS_INTEGER))
    g_string_append (note, " The value of an integer is its evaluator's line, cut to 0 to 100.");
  if (linear && has_kind (genius, PARLEY_GENIUS_REAL))
    g_string_append (note, " The value of a real number is its evaluator's function, at the step "
                           "that the import was given.");
  if (some_party (scenario, FALSE))
    g_string_append (note, " A hyper-rectangle is an adjustment of its utility times its weight, "
                           "divided by the profile's maxutility.");
  g_string_append (note, " GENIUS takes a utility above 1 for 1; scores here are not cut.");
  return g_string_free (note, FALSE);
}

/* What the domain calls itself, but for the name that GENIUS gives by default; else the name
 * of the file. */
static char *
find_title (const ParleyElement *domain)
{
  const ParleyElement *space = parley_element_find (domain, "utility_space");
  const char *name = parley_element_get (parley_genius_objective (space), "name");
  g_autofree char *title = name != NULL ? g_strstrip (g_strdup (name)) : NULL;

  if (title == NULL || *title == '\0' || g_ascii_strcasecmp (title, "root") == 0)
    return parley_import_stem (domain->text);
  return g_steal_pointer (&title);
}

static void
describe_source (const ParleyGenius *genius, const Roots *roots)
{
  const ParleyElement *domain = g_ptr_array_index (roots->domains, 0);
  g_autofree char *file = parley_import_file (domain->text);
  g_autofree char *scores = describe_scores (genius);
  g_autoptr(GString) note = g_string_new (NULL);

  g_string_append_printf (note, "Imported from the GENIUS files %s", file);
  for (guint i = 0; i < roots->profiles->len; i++)
    {
      const ParleyElement *profile = g_ptr_array_index (roots->profiles, i);
      g_autofree char *name = parley_import_file (profile->text);

      g_string_append_printf (note, "%s%s", i + 1 < roots->profiles->len ? ", " : " and ", name);
    }
  g_string_append_printf (note, ". %s", scores);
  genius->scenario->title = find_title (domain);
  genius->scenario->note = g_strdup (note->str);
}

static void
build (ParleyGenius *genius, const Roots *roots)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* Without the domain, what profiles say of it cannot be judged. */
  if (!parley_genius_read_domain (genius, g_ptr_array_index (roots->domains, 0)))
    return;
  for (guint i = 0; i < roots->profiles->len; i++)
    parley_genius_read_profile (genius, g_ptr_array_index (roots->profiles, i), taken);
  parley_import_check_steps (genius->steps, genius->scenario, genius->problems);
  describe_source (genius, roots);
}

ParleyScenario *
parley_import_genius (GPtrArray *texts, GPtrArray *steps, ParleyProblems *problems)
{
  g_auto(Roots) roots = { g_ptr_array_new_with_free_func ((GDestroyNotify) parley_element_free),
                           g_ptr_array_new (), g_ptr_array_new () };
  g_autoptr(ParleyScenario) scenario = parley_scenario_new ();
  g_autoptr(GPtrArray) issues
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_genius_issue_free);
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  ParleyGenius genius = { scenario, problems, steps, issues, places };
  guint n_errors = problems->n_errors;

  g_return_val_if_fail (texts->len > 0, NULL);

  read_texts (&roots, texts, problems);
  if (problems->n_errors == n_errors && check_roots (&roots, texts, problems))
    build (&genius, &roots);
  return problems->n_errors == n_errors ? g_steal_pointer (&scenario) : NULL;
}
