/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be the least or the most of a form. */
#include <string.h>

#include "analysis/cover.h"
#include "analysis/form_part.h"

static gboolean
has_same_items (const ParleyFormBlock *self, guint a, guint b)
{
  for (guint i = 0; i < self->n_items; i++)
    if (self->holds[(gsize) a * self->n_items + i] != self->holds[(gsize) b * self->n_items + i])
      return FALSE;
  return TRUE;
}

/* Whether @a has as much as @b of every value, or as little. */
static gboolean
covers_values (const ParleyFormBlock *self, ParleyFormEnd end, guint a, guint b)
{
  for (guint i = 0; i < self->n_issues; i++)
    {
      gint64 x = self->values[(gsize) a * self->n_issues + i];
      gint64 y = self->values[(gsize) b * self->n_issues + i];

      if (end == PARLEY_FORM_LEAST ? x > y : x < y)
        return FALSE;
    }
  return TRUE;
}

/* A block, and which of its choices are looked for. */
typedef struct
{
  const ParleyFormBlock *block;
  ParleyFormEnd          end;
} Looking;

static gboolean
covers (guint a, guint b, gconstpointer data)
{
  const Looking *self = data;
  const ParleyFormBlock *block = self->block;

  return (self->end == PARLEY_FORM_LEAST || (block->crossed[a] & ~block->crossed[b]) == 0)
         && has_same_items (block, a, b) && covers_values (block, self->end, a, b);
}

static void
copy_choice (const ParleyFormBlock *from, guint choice, ParleyFormBlock *to, guint at)
{
  for (guint i = 0; i < from->n_issues; i++)
    {
      to->entries[(gsize) at * to->n_issues + i]
          = from->entries[(gsize) choice * from->n_issues + i];
      to->values[(gsize) at * to->n_issues + i] = from->values[(gsize) choice * from->n_issues + i];
    }
  for (guint i = 0; i < from->n_items; i++)
    to->holds[(gsize) at * to->n_items + i] = from->holds[(gsize) choice * from->n_items + i];
  to->crossed[at] = from->crossed[choice];
  to->waived[at] = from->waived[choice];
}

static ParleyFormBlock *
block_new_end (const ParleyFormBlock *from,
               ParleyFormEnd          end,
               ParleyFormFilter       filter,
               gboolean               compare)
{
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  const Looking looking = { from, end };
  ParleyFormBlock *self = NULL;

  for (guint c = 0; c < from->n; c++)
    if (filter == NULL || filter (from, c))
      {
        if (compare && from->n <= PARLEY_COVER_MOST)
          parley_cover_add (kept, c, covers, &looking);
        else
          g_array_append_val (kept, c);
      }
  self = parley_form_block_new (kept->len, from->n_issues, from->n_items);
  memcpy (self->issues, from->issues, from->n_issues * sizeof (guint));
  memcpy (self->items, from->items, from->n_items * sizeof (guint));
  for (guint i = 0; i < kept->len; i++)
    copy_choice (from, g_array_index (kept, guint, i), self, i);
  return self;
}

/* Adds the one choice of @block to that of @all, behind the issues and items that are there. */
static void
append_single (const ParleyFormBlock *block, ParleyFormBlock *all, guint *n_issues, guint *n_items)
{
  for (guint i = 0; i < block->n_issues; i++, (*n_issues)++)
    {
      all->issues[*n_issues] = block->issues[i];
      all->entries[*n_issues] = block->entries[i];
      all->values[*n_issues] = block->values[i];
    }
  for (guint i = 0; i < block->n_items; i++, (*n_items)++)
    {
      all->items[*n_items] = block->items[i];
      all->holds[*n_items] = block->holds[i];
    }
  all->crossed[0] |= block->crossed[0];
  all->waived[0] |= block->waived[0];
}

/* Blocks without a choice to make become one. */
static void
merge_single (ParleyForm *self)
{
  guint n_issues = 0;
  guint n_items = 0;
  ParleyFormBlock *all = NULL;

  for (guint b = 0; b < self->blocks->len; b++)
    {
      const ParleyFormBlock *block = g_ptr_array_index (self->blocks, b);

      n_issues += block->n == 1 ? block->n_issues : 0;
      n_items += block->n == 1 ? block->n_items : 0;
    }
  all = parley_form_block_new (1, n_issues, n_items);
  n_issues = n_items = 0;
  for (guint b = self->blocks->len; b-- > 0;)
    {
      const ParleyFormBlock *block = g_ptr_array_index (self->blocks, b);

      if (block->n != 1)
        continue;
      append_single (block, all, &n_issues, &n_items);
      g_ptr_array_remove_index (self->blocks, b);
    }
  g_ptr_array_insert (self->blocks, 0, all);
}

ParleyForm *
parley_form_new_end (const ParleyForm *self, ParleyFormEnd end, ParleyFormFilter filter)
{
  ParleyForm *form = parley_form_new_empty (self->draws, self->party);
  gboolean compare = end != PARLEY_FORM_EVERY && !parley_draws_move_values (self->draws);

  for (guint b = 0; b < self->blocks->len; b++)
    g_ptr_array_add (form->blocks,
                     block_new_end (g_ptr_array_index (self->blocks, b), end, filter, compare));
  merge_single (form);
  return form;
}
