/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

static const ParleyKey source_keys[] = {
  { "title", TRUE }, { "publisher", FALSE }, { "date", FALSE },
  { "url", FALSE },  { "note", FALSE },      { NULL, FALSE },
};

static ParleySource *
read_source (ParleyReader *reader, const ParleyNode *node, const char *id)
{
  ParleySource *source = parley_source_new ();

  source->id = g_strdup (id);
  source->origin = parley_read_origin (reader, node);
  if (!parley_read_object (reader, node, "a source", source_keys))
    return source;
  source->title = parley_read_text (reader, node, "title");
  source->publisher = parley_read_text (reader, node, "publisher");
  source->date = parley_read_period (reader, node, "date");
  source->url = parley_read_text (reader, node, "url");
  source->note = parley_read_text (reader, node, "note");
  return source;
}

static gboolean
is_same_source (const ParleySource *a, const ParleySource *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->publisher, b->publisher) == 0
         && g_strcmp0 (a->date, b->date) == 0 && g_strcmp0 (a->url, b->url) == 0;
}

/* A model may bring along a source that the scenario has too. */
static void
add_source (ParleyReader *reader, const ParleyNode *map, guint index)
{
  const char *id = parley_node_key (map, index);
  ParleySource *source = read_source (reader, parley_node_child (map, index), id);
  const ParleySource *known = g_hash_table_lookup (reader->sources, id);

  parley_read_check_key_id (reader, map, index);
  if (known == NULL)
    {
      g_ptr_array_add (reader->scenario->sources, source);
      g_hash_table_insert (reader->sources, source->id, source);
      return;
    }
  if (!is_same_source (known, source))
    parley_problems_add_at_key (reader->problems, PARLEY_PROBLEM_SOURCE_CONFLICT, map, index,
                                "the source \"%s\" is described differently elsewhere", id);
  parley_source_free (source);
}

void
parley_read_sources (ParleyReader *reader, const ParleyNode *object)
{
  const ParleyNode *map = NULL;

  if (parley_node_get (object, "sources") == NULL)
    return;
  map = parley_read_map (reader, object, "sources");
  if (map == NULL)
    {
      reader->unsure |= PARLEY_UNSURE_SOURCES;
      return;
    }
  for (guint i = 0; i < parley_node_size (map); i++)
    add_source (reader, map, i);
}

static void
report_unknown (ParleyReader *reader, const ParleyNode *node)
{
  ParleyProblem *problem = parley_problems_add_at (reader->problems, PARLEY_PROBLEM_UNKNOWN_SOURCE,
                                                   node, "there is no source \"%s\"", node->string);

  parley_read_suggest_among (reader, problem, NULL, node->string, reader->scenario->sources);
}

/* @seen: the ids that are cited at this place. */
static void
cite (ParleyReader *reader, const ParleyNode *node, GHashTable *seen, GPtrArray *cited)
{
  ParleySource *source = NULL;

  if (!parley_read_kind (reader, node, PARLEY_NODE_STRING, "a source"))
    return;
  if (!g_hash_table_add (seen, node->string))
    {
      parley_read_report_repeated (reader, node);
      return;
    }
  source = g_hash_table_lookup (reader->sources, node->string);
  if (source != NULL)
    source->used = TRUE;
  else if ((reader->unsure & PARLEY_UNSURE_SOURCES) == 0)
    report_unknown (reader, node);
  g_ptr_array_add (cited, g_strdup (node->string));
}

char **
parley_read_cited (ParleyReader *reader, const ParleyNode *object)
{
  const ParleyNode *node = parley_node_get (object, "source");
  g_autoptr(GPtrArray) cited = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) seen = NULL;

  if (node == NULL)
    return NULL;
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  if (node->kind == PARLEY_NODE_ARRAY)
    {
      node = parley_read_filled_list (reader, object, "source");
      for (guint i = 0; node != NULL && i < parley_node_size (node); i++)
        cite (reader, parley_node_child (node, i), seen, cited);
    }
  else
    cite (reader, node, seen, cited);
  if (cited->len == 0)
    return NULL;
  g_ptr_array_add (cited, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&cited), FALSE);
}
