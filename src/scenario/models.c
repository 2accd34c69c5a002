/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/models.h"

#include <string.h>

#include "base/error.h"
#include "scenario/format.h"

GHashTable *
parley_models_table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) parley_node_unref);
}

ParleyModels *
parley_models_new (ParleyProblems *problems,
                   GPtrArray      *files,
                   GHashTable     *known,
                   gboolean        is_sealed)
{
  ParleyModels *self = g_new0 (ParleyModels, 1);

  self->problems = problems;
  self->files = g_ptr_array_ref (files);
  self->nodes = parley_models_table_new ();
  self->known = g_hash_table_ref (known);
  self->is_sealed = is_sealed;
  return self;
}

void
parley_models_free (ParleyModels *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->files);
  g_free (self);
}

/* Returns: (transfer full) (nullable). */
static char *
resolve (ParleyModels *self, const ParleyNode *use)
{
  const char *folder = use->text->folder;
  g_autofree char *found = parley_node_describe (use);

  if (use->kind != PARLEY_NODE_STRING || *use->string == '\0')
    {
      ParleyProblem *problem = parley_problems_add_at (self->problems, PARLEY_PROBLEM_USE_PATH, use,
                                                       "\"use\" does not name a file");

      problem->found = g_steal_pointer (&found);
      problem->expected = g_strdup ("the path of a model file");
      return NULL;
    }
  if (folder == NULL || strcmp (folder, ".") == 0 || g_path_is_absolute (use->string))
    return g_strdup (use->string);
  return g_build_filename (folder, use->string, NULL);
}

static gboolean
check_format (ParleyModels *self, const ParleyNode *model)
{
  const ParleyNode *format = parley_node_get (model, "format");
  const char *name = parley_node_get_string (model, "format");
  ParleyProblem *problem;

  if (g_strcmp0 (name, PARLEY_FORMAT_MODEL) == 0)
    return TRUE;
  problem = parley_problems_add_at (self->problems, PARLEY_PROBLEM_MODEL_FORMAT,
                                    format != NULL ? format : model,
                                    "this file does not say that it is a party model");
  problem->found = format != NULL ? parley_node_describe (format) : NULL;
  problem->expected = g_strdup ("\"format\": \"" PARLEY_FORMAT_MODEL "\"");
  return FALSE;
}

static gboolean
check_model (ParleyModels *self, const ParleyNode *model)
{
  if (!parley_node_check_object (model, "a party model", self->problems)
      || !check_format (self, model))
    return FALSE;
  if (parley_node_get (model, "use") != NULL)
    {
      parley_problems_add_at_key (self->problems, PARLEY_PROBLEM_MODEL_USE, model,
                                  (guint) parley_node_find (model, "use"),
                                  "a model cannot use another model");
      return FALSE;
    }
  return TRUE;
}

static ParleyNode *
strip (ParleyNode *model)
{
  g_autoptr(ParleyNode) without_format = parley_node_move (model, model, "format");
  g_autoptr(ParleyNode) without_schema = parley_node_move (without_format, model, "$schema");

  return parley_node_move (without_schema, model, "id");
}

/* Returns: (transfer full) (nullable). */
static ParleyNode *
read_model (ParleyModels *self, ParleyText *text)
{
  g_autoptr(ParleyNode) model = parley_node_parse (text, self->problems);

  return model != NULL && check_model (self, model) ? strip (model) : NULL;
}

static ParleyNode *
refuse (ParleyModels *self, const ParleyNode *use)
{
  ParleyProblem *problem
      = parley_problems_add_at (self->problems, PARLEY_PROBLEM_USE_PATH, use,
                                "only models that the scenario or one of its cases uses can be "
                                "used here");

  problem->found = parley_node_describe (use);
  return NULL;
}

/* A file that names a pipe would have whoever reads it wait; the command line may name one.
 * Returns: (transfer full) (nullable). */
static ParleyText *
read_text (const char *path, const ParleyNode *use, GError **error)
{
  if (use->text->folder == NULL || !parley_text_is_stream (path))
    return parley_text_read (path, error);
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "cannot read \"%s\": it is a pipe or a device",
               path);
  return NULL;
}

/* Reads the model at @path. What is wrong with it is said once for each that asks. */
static ParleyNode *
read_file (ParleyModels *self, const char *path, const ParleyNode *use)
{
  g_autoptr(ParleyText) text = NULL;
  g_autoptr(GError) error = NULL;
  ParleyNode *model = NULL;

  text = read_text (path, use, &error);
  if (text == NULL)
    {
      parley_problems_add_at (self->problems, parley_problem_code_of (error), use, "%s",
                              error->message);
      return NULL;
    }
  g_ptr_array_add (self->files, g_strdup (path));
  model = read_model (self, text);
  g_hash_table_insert (self->nodes, g_strdup (path), model);
  if (model != NULL)
    g_hash_table_insert (self->known, g_strdup (path), parley_node_ref (model));
  return model;
}

ParleyNode *
parley_models_get (ParleyModels *self, const ParleyNode *use)
{
  g_autofree char *path = resolve (self, use);
  gpointer model = NULL;

  if (path == NULL || g_hash_table_lookup_extended (self->nodes, path, NULL, &model))
    return model;
  model = g_hash_table_lookup (self->known, path);
  if (model == NULL)
    return self->is_sealed ? refuse (self, use) : read_file (self, path, use);
  g_ptr_array_add (self->files, g_strdup (path));
  g_hash_table_insert (self->nodes, g_steal_pointer (&path), parley_node_ref (model));
  return model;
}
