/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/change.h"

#include <string.h>

#include "base/suggest.h"
#include "scenario/setting.h"

ParleyChange *
parley_change_new (ParleyChangeKind kind, const char *argument)
{
  ParleyChange *self = g_new0 (ParleyChange, 1);

  self->kind = kind;
  self->argument = g_strdup (argument);
  return self;
}

ParleyChange *
parley_change_new_patch (const char *name, const char *text)
{
  ParleyChange *self = parley_change_new (PARLEY_CHANGE_PATCH, text);

  self->name = g_strdup (name);
  return self;
}

ParleyChange *
parley_change_copy (const ParleyChange *self)
{
  ParleyChange *copy = parley_change_new (self->kind, self->argument);

  copy->name = g_strdup (self->name);
  return copy;
}

void
parley_change_free (ParleyChange *self)
{
  if (self == NULL)
    return;
  g_free (self->argument);
  g_free (self->name);
  g_free (self);
}

/* An option of the command line as a text, so that problems can point into it. */
static ParleyText *
make_text (const char *option, const char *argument)
{
  g_autofree char *name = g_strconcat (option, " ", argument, NULL);

  return parley_text_new_take (name, NULL, g_strdup (argument), strlen (argument));
}

static void
parse_overlay (ParleyText *text, GPtrArray *patches, ParleyProblems *problems)
{
  g_autoptr(ParleyNode) overlay = parley_node_parse (text, problems);

  if (overlay != NULL && parley_node_check_object (overlay, "an overlay", problems))
    g_ptr_array_add (patches, g_steal_pointer (&overlay));
}

/* @folder: (nullable): the scenario's, where paths start from: a patch is in no file yet. */
static void
read_patch (const ParleyChange *change,
            const char *folder,
            GPtrArray *patches,
            ParleyProblems *problems)
{
  g_autoptr(ParleyText) text = parley_text_new_take (
      change->name, folder, g_strdup (change->argument), strlen (change->argument));

  parse_overlay (text, patches, problems);
}

static void
read_overlay (const char *path, GPtrArray *patches, GPtrArray *files, ParleyProblems *problems)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyText) text = parley_text_read (path, &error);

  if (text == NULL)
    {
      g_autoptr(ParleyText) option = make_text ("--overlay", path);

      parley_problems_add (problems, parley_problem_code_of (error), option, 0, "", "%s",
                           error->message);
      return;
    }
  g_ptr_array_add (files, g_strdup (path));
  parse_overlay (text, patches, problems);
}

/* @name: what problems call it. */
static void
read_setting (const char *setting, const char *name, GPtrArray *patches, ParleyProblems *problems)
{
  ParleyNode *patch = parley_node_from_setting (setting, name, problems);

  if (patch != NULL)
    g_ptr_array_add (patches, patch);
}

static void
read_set (const char *setting, GPtrArray *patches, ParleyProblems *problems)
{
  g_autofree char *name = g_strconcat ("--set ", setting, NULL);

  read_setting (setting, name, patches, problems);
}

/* Quoted: a line and a column behind the value would read as FROM:TO:STEP. */
static void
read_varied (const char *setting, GPtrArray *patches, ParleyProblems *problems)
{
  g_autofree char *name = g_strconcat ("--vary \"", setting, "\"", NULL);

  read_setting (setting, name, patches, problems);
}

/* "PARTY=PATH": the same as a setting, but the path is a string whatever it looks
 * like. */
static void
read_use (const char *argument, GPtrArray *patches, ParleyProblems *problems)
{
  g_autoptr(ParleyText) text = make_text ("--use", argument);
  g_autoptr(ParleyNode) path = NULL;
  g_autofree char *party = NULL;
  const char *equals = strchr (argument, '=');
  gsize length = equals != NULL ? (gsize) (equals - argument) : 0;

  if (length == 0)
    {
      ParleyProblem *problem
          = parley_problems_add (problems, PARLEY_PROBLEM_SETTING, text, 0, "",
                                 "--use does not say which party uses which model");

      problem->expected = g_strdup ("PARTY=FILE, such as us=models/us.json");
      return;
    }
  party = g_strndup (argument, length);
  path = parley_node_new_string (text, length + 1, text->length, equals + 1);
  g_ptr_array_add (patches,
                   parley_node_from_parts ((const char *const[]){ "parties", party, "use", NULL },
                                           text, 0, length, path));
}

static void
add_case_setting (ParleyNode *set, guint index, GPtrArray *patches, ParleyProblems *problems)
{
  const ParleyMember *member = parley_node_member (set, index);
  ParleyNode *patch
      = parley_node_from_path (member->key, member->text, member->offset + 1, member->end - 1,
                               parley_node_child (set, index), problems);

  if (patch != NULL)
    g_ptr_array_add (patches, patch);
}

/* Wrong types are the reader's to refuse, in cases that are not asked for too. */
static void
add_case (const ParleyNode *named_case, GPtrArray *patches, ParleyProblems *problems)
{
  ParleyNode *set = parley_node_get (named_case, "set");
  ParleyNode *patch = parley_node_get (named_case, "patch");

  if (set != NULL && set->kind == PARLEY_NODE_OBJECT)
    for (guint i = 0; i < parley_node_size (set); i++)
      add_case_setting (set, i, patches, problems);
  if (patch != NULL && patch->kind == PARLEY_NODE_OBJECT)
    g_ptr_array_add (patches, parley_node_ref (patch));
}

/* The ids of the cases, NULL-terminated. */
static GPtrArray *
list_cases (const ParleyNode *cases)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; cases != NULL && i < parley_node_size (cases); i++)
    {
      const char *id = parley_node_get_string (parley_node_child (cases, i), "id");

      if (id != NULL)
        g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);
  return ids;
}

static void
refuse_case (const char *id, const ParleyNode *cases, ParleyProblems *problems)
{
  g_autoptr(ParleyText) text = make_text ("--case", id);
  g_autoptr(GPtrArray) ids = list_cases (cases);
  const char *const *known = (const char *const *) ids->pdata;
  ParleyProblem *problem = parley_problems_add (problems, PARLEY_PROBLEM_UNKNOWN_CASE, text, 0, "",
                                                "the scenario has no case \"%s\"", id);

  problem->suggestion = g_strdup (parley_suggest (id, known));
}

static void
read_case (const char *id, const ParleyNode *scenario, GPtrArray *patches, ParleyProblems *problems)
{
  const ParleyNode *cases = parley_node_get (scenario, "cases");

  for (guint i = 0; cases != NULL && i < parley_node_size (cases); i++)
    {
      const ParleyNode *named_case = parley_node_child (cases, i);

      if (g_strcmp0 (parley_node_get_string (named_case, "id"), id) == 0)
        {
          add_case (named_case, patches, problems);
          return;
        }
    }
  refuse_case (id, cases, problems);
}

GPtrArray *
parley_changes_read (GPtrArray *changes,
                     const ParleyNode *scenario,
                     GPtrArray *files,
                     ParleyProblems *problems)
{
  GPtrArray *patches = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_node_unref);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const ParleyChange *change = g_ptr_array_index (changes, i);

      if (change->kind == PARLEY_CHANGE_OVERLAY)
        read_overlay (change->argument, patches, files, problems);
      else if (change->kind == PARLEY_CHANGE_PATCH)
        read_patch (change, scenario->text->folder, patches, problems);
      else if (change->kind == PARLEY_CHANGE_SET)
        read_set (change->argument, patches, problems);
      else if (change->kind == PARLEY_CHANGE_VARY)
        read_varied (change->argument, patches, problems);
      else if (change->kind == PARLEY_CHANGE_USE)
        read_use (change->argument, patches, problems);
      else
        read_case (change->argument, scenario, patches, problems);
    }
  return patches;
}
