/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/compose.h"

#include "scenario/merge.h"
#include "scenario/models.h"

/*
 * What the changes say of "use" counts before the models are read, and the rest
 * of them after that. So they are applied twice: once to see which model each
 * party uses in the end, and once more, with the models in place, for good.
 */
typedef struct
{
  ParleyProblems *problems;
  ParleyModels   *models;
  GHashTable     *uses;     /* party id to ParleyNode: the model it uses in the end */
  GHashTable     *expanded; /* of ParleyNode by place: parties that have got their model */
  GHashTable     *lost;     /* likewise: parties whose model cannot be had */
} Compose;

static const ParleyNode *
get_parties (const ParleyNode *scenario)
{
  const ParleyNode *parties = parley_node_get (scenario, "parties");

  return parties != NULL && parties->kind == PARLEY_NODE_ARRAY ? parties : NULL;
}

/* Merging leaves a party where it was written. So its place tells whether it has
 * got its model already, or was put there by an overlay since. */
static guint
hash_place (gconstpointer data)
{
  const ParleyNode *node = data;

  return g_direct_hash (node->text) * 31 + (guint) node->offset;
}

static gboolean
is_same_place (gconstpointer a, gconstpointer b)
{
  const ParleyNode *first = a;
  const ParleyNode *second = b;

  return first->text == second->text && first->offset == second->offset;
}

/* The path of the model of @party. Returns: (nullable): NULL when it uses none. */
static ParleyNode *
get_use (const Compose *self, const ParleyNode *party)
{
  const char *id = parley_node_get_string (party, "id");
  gpointer use;

  if (id != NULL && g_hash_table_lookup_extended (self->uses, id, NULL, &use))
    return use;
  return parley_node_get (party, "use");
}

/* @party merged over its model. Its "use" stays, for overlays that name it. */
static ParleyNode *
expand_party (Compose *self, ParleyNode *party)
{
  g_autoptr(ParleyNode) merged = NULL;
  ParleyNode *use;
  ParleyNode *model;

  if (party->kind != PARLEY_NODE_OBJECT)
    return parley_node_ref (party);
  if (!g_hash_table_add (self->expanded, parley_node_ref (party)))
    return parley_node_ref (party);

  use = get_use (self, party);
  model = use != NULL ? parley_models_get (self->models, use) : NULL;
  if (use != NULL && model == NULL)
    g_hash_table_add (self->lost, parley_node_ref (party));
  if (model == NULL)
    return parley_node_ref (party);
  merged = parley_node_merge (model, party, self->problems);
  return parley_node_move (merged, party, NULL);
}

/* A party whose model cannot be had keeps its "use", so that the reader does not
 * complain of all that the model would say. */
static ParleyNode *
drop_use (Compose *self, ParleyNode *party)
{
  if (parley_node_find (party, "use") < 0 || g_hash_table_contains (self->lost, party))
    return parley_node_ref (party);
  return parley_node_move (party, party, "use");
}

/* @scenario with what @change makes of every party. */
static ParleyNode *
change_parties (Compose    *self,
                ParleyNode *scenario,
                ParleyNode *(*change) (Compose *self, ParleyNode *party))
{
  const ParleyNode *parties = get_parties (scenario);
  ParleyNode *changed;

  if (parties == NULL)
    return parley_node_ref (scenario);

  changed = parley_node_new (PARLEY_NODE_ARRAY, parties->text, parties->offset, parties->end);
  for (guint i = 0; i < parley_node_size (parties); i++)
    parley_node_take_child (changed, NULL, change (self, parley_node_child (parties, i)));
  return parley_node_replace_take (scenario, "parties", changed);
}

/* @scenario with all @patches, and no model yet. What is wrong with patches shows
 * when they are applied for good. */
static ParleyNode *
preview (ParleyNode *scenario, const GPtrArray *patches)
{
  g_autoptr(ParleyProblems) ignored = parley_problems_new ();
  ParleyNode *result = parley_node_ref (scenario);

  for (guint i = 0; i < patches->len; i++)
    {
      g_autoptr(ParleyNode) before = result;

      result = parley_node_merge (before, g_ptr_array_index (patches, i), ignored);
    }
  return result;
}

static void
find_uses (Compose *self, const ParleyNode *previewed)
{
  const ParleyNode *parties = get_parties (previewed);

  for (guint i = 0; parties != NULL && i < parley_node_size (parties); i++)
    {
      const ParleyNode *party = parley_node_child (parties, i);
      const char *id = parley_node_get_string (party, "id");

      if (id != NULL)
        g_hash_table_insert (self->uses, (gpointer) id, parley_node_get (party, "use"));
    }
}

static ParleyNode *
apply (Compose *self, ParleyNode *scenario, const GPtrArray *patches)
{
  g_autoptr(ParleyNode) result = change_parties (self, scenario, expand_party);

  for (guint i = 0; i < patches->len; i++)
    {
      g_autoptr(ParleyNode) patched
          = parley_node_merge (result, g_ptr_array_index (patches, i), self->problems);

      parley_node_unref (result);
      result = change_parties (self, patched, expand_party);
    }
  return g_steal_pointer (&result);
}

static ParleyNode *
compose (const ParleyWritten *written,
         const GPtrArray     *patches,
         GPtrArray           *files,
         ParleyProblems      *problems,
         ParleyNode         **with_uses)
{
  g_autoptr(ParleyNode) previewed = preview (written->scenario, patches);
  g_autoptr(ParleyModels) models
      = parley_models_new (problems, files, written->models, written->is_sealed);
  g_autoptr(GHashTable) uses = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) expanded
      = g_hash_table_new_full (hash_place, is_same_place, (GDestroyNotify) parley_node_unref, NULL);
  g_autoptr(GHashTable) lost
      = g_hash_table_new_full (hash_place, is_same_place, (GDestroyNotify) parley_node_unref, NULL);
  Compose self = { problems, models, uses, expanded, lost };
  g_autoptr(ParleyNode) applied = NULL;
  ParleyNode *result = NULL;

  find_uses (&self, previewed);
  applied = apply (&self, written->scenario, patches);
  result = change_parties (&self, applied, drop_use);
  if (with_uses != NULL)
    *with_uses = g_steal_pointer (&applied);
  return result;
}

ParleyWritten *
parley_written_new (ParleyText *text, ParleyProblems *problems)
{
  g_autoptr(ParleyNode) scenario = parley_node_parse (text, problems);
  ParleyWritten *self = NULL;

  if (scenario == NULL || !parley_node_check_object (scenario, "a scenario", problems))
    return NULL;
  self = g_new0 (ParleyWritten, 1);
  self->scenario = g_steal_pointer (&scenario);
  self->models = parley_models_table_new ();
  g_ref_count_init (&self->refs);
  return self;
}

ParleyWritten *
parley_written_ref (ParleyWritten *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
parley_written_unref (ParleyWritten *self)
{
  if (self == NULL || !g_ref_count_dec (&self->refs))
    return;
  parley_node_unref (self->scenario);
  g_hash_table_unref (self->models);
  g_free (self);
}

ParleyNode *
parley_compose (const ParleyWritten *written,
                GPtrArray           *changes,
                GPtrArray           *files,
                ParleyProblems      *problems,
                ParleyNode         **with_uses)
{
  g_autoptr(GPtrArray) patches = parley_changes_read (changes, written->scenario, files, problems);

  return compose (written, patches, files, problems, with_uses);
}
