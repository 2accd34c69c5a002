/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/form.h"

#include "analysis/form_part.h"
#include "space/utility.h"

static void
block_free (ParleyFormBlock *self)
{
  g_free (self->issues);
  g_free (self->entries);
  g_free (self->values);
  g_free (self->items);
  g_free (self->holds);
  g_free (self->crossed);
  g_free (self->waived);
  g_free (self);
}

ParleyFormBlock *
parley_form_block_new (guint n, guint n_issues, guint n_items)
{
  ParleyFormBlock *self = g_new0 (ParleyFormBlock, 1);

  self->n = n;
  self->n_issues = n_issues;
  self->n_items = n_items;
  self->issues = g_new0 (guint, MAX (1, n_issues));
  self->entries = g_new0 (guint, MAX (1, (gsize) n * n_issues));
  self->values = g_new0 (gint64, MAX (1, (gsize) n * n_issues));
  self->items = g_new0 (guint, MAX (1, n_items));
  self->holds = g_new0 (guint8, MAX (1, (gsize) n * n_items));
  self->crossed = g_new0 (guint64, MAX (1, n));
  self->waived = g_new0 (guint8, MAX (1, n));
  return self;
}

ParleyForm *
parley_form_new_empty (const ParleyDraws *draws, guint party)
{
  ParleyForm *self = g_new0 (ParleyForm, 1);

  self->draws = draws;
  self->party = party;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  return self;
}

void
parley_form_free (ParleyForm *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/* All that is feasible */

/* What an issue of the block is: an axis or a derived issue. */
typedef struct
{
  guint    issue;
  gboolean derived;
  guint    place; /* in the block */
} Member;

static GArray *
find_members (const ParleyCombos *combos, const ParleyValues *values)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  for (guint i = 0; i < combos->block->n_axes; i++)
    {
      Member member = { combos->space->domain->axes[combos->block->axes[i]].issue, FALSE, i };

      if (values->of_issue[member.issue] != NULL)
        g_array_append_val (members, member);
    }
  for (guint i = 0; i < combos->factors->len; i++)
    {
      const ParleyFactor *factor
          = g_ptr_array_index (combos->space->factors, g_array_index (combos->factors, guint, i));
      Member member = { factor->issue, TRUE, i };

      if (values->of_issue[member.issue] != NULL)
        g_array_append_val (members, member);
    }
  return members;
}

/* Which couplings of the block are adjustments of the party. */
static GArray *
find_items (const ParleyCombos *combos, guint party)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < combos->couplings->len; i++)
    {
      const ParleyCoupling *coupling = parley_combos_coupling (combos, i);

      if (coupling->effect == PARLEY_EFFECT_ADJUST && coupling->party == party)
        g_array_append_val (items, i);
    }
  return items;
}

/* A value in steps of the draws. */
static gint64
value_of (const ParleyDraws *draws, const ParleyValues *values, guint issue, guint entry)
{
  const ParleyValueTable *table = values->of_issue[issue];
  gint64 whole = 0;
  mpq_t value;

  mpq_init (value);
  parley_score_to_integer (table->steps[entry], mpq_numref (value));
  mpq_mul (value, value, table->unit);
  whole = parley_draw_whole (value, draws->scales[values->party].steps);
  mpq_clear (value);
  return whole;
}

/* [issue][entry] of what the party weights. */
static gint64 **
tables_new (const ParleyDraws *draws, const ParleyValues *values)
{
  gint64 **tables = g_new0 (gint64 *, values->n_issues + 1);

  for (guint i = 0; i < values->n_issues; i++)
    {
      guint n = values->of_issue[i] == NULL ? 0 : values->of_issue[i]->n;

      tables[i] = g_new (gint64, MAX (1, n));
      for (guint entry = 0; entry < n; entry++)
        tables[i][entry] = value_of (draws, values, i, entry);
    }
  return tables;
}

static void
tables_free (gint64 **tables)
{
  for (guint i = 0; tables[i] != NULL; i++)
    g_free (tables[i]);
  g_free (tables);
}

static void
set_values (ParleyFormBlock *block, gint64 *const *tables)
{
  for (guint c = 0; c < block->n; c++)
    for (guint i = 0; i < block->n_issues; i++)
      {
        gsize at = (gsize) c * block->n_issues + i;

        block->values[at] = tables[block->issues[i]][block->entries[at]];
      }
}

/* Which red lines are crossed, and whether consent is needed. */
static void
set_effects (ParleyFormBlock *block, const ParleyCombos *combos, guint party)
{
  for (guint i = 0; i < combos->couplings->len; i++)
    {
      const ParleyCoupling *coupling = parley_combos_coupling (combos, i);

      for (guint c = 0; coupling->party == party && c < block->n; c++)
        {
          gboolean holds = parley_combo_holds (combos, c, i);

          if (coupling->effect == PARLEY_EFFECT_RED_LINE && holds)
            block->crossed[c] |= (guint64) 1 << coupling->item;
          if (coupling->effect == PARLEY_EFFECT_WAIVE && holds)
            block->waived[c] = TRUE;
        }
    }
}

static ParleyFormBlock *
block_of (const ParleyCombos *combos, const ParleyValues *values, gint64 *const *tables)
{
  g_autoptr(GArray) members = find_members (combos, values);
  g_autoptr(GArray) items = find_items (combos, values->party);
  ParleyFormBlock *self = parley_form_block_new (combos->n, members->len, items->len);

  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = &g_array_index (members, Member, i);

      self->issues[i] = member->issue;
      for (guint c = 0; c < combos->n; c++)
        self->entries[(gsize) c * members->len + i]
            = member->derived ? parley_combo_value (combos, c, member->place)
                              : parley_combo_options (combos, c)[member->place];
    }
  for (guint i = 0; i < items->len; i++)
    {
      guint coupling = g_array_index (items, guint, i);

      self->items[i] = parley_combos_coupling (combos, coupling)->item;
      for (guint c = 0; c < combos->n; c++)
        self->holds[(gsize) c * items->len + i] = parley_combo_holds (combos, c, coupling) != 0;
    }
  set_values (self, tables);
  set_effects (self, combos, values->party);
  return self;
}

ParleyForm *
parley_form_new (const ParleyDraws *draws, guint party, GPtrArray *combos)
{
  ParleyForm *self = parley_form_new_empty (draws, party);
  g_autoptr(ParleyValues) values = NULL;
  gint64 **tables = NULL;

  if (combos->len == 0)
    return self;
  values = parley_values_new (((const ParleyCombos *) g_ptr_array_index (combos, 0))->space, party,
                              NULL);
  tables = tables_new (draws, values);
  for (guint b = 0; b < combos->len; b++)
    g_ptr_array_add (self->blocks, block_of (g_ptr_array_index (combos, b), values, tables));
  tables_free (tables);
  return self;
}

void
parley_form_refresh (ParleyForm *self, GPtrArray *combos, const ParleyDraw *draw)
{
  g_autoptr(ParleyValues) values = NULL;
  gint64 **tables = NULL;

  if (combos->len == 0 || !draw->parties[self->party].moves_values)
    return;
  values = parley_values_new (((const ParleyCombos *) g_ptr_array_index (combos, 0))->space,
                              self->party, parley_draw_variation (draw));
  tables = tables_new (self->draws, values);
  for (guint b = 0; b < self->blocks->len; b++)
    set_values (g_ptr_array_index (self->blocks, b), tables);
  tables_free (tables);
}

gint64
parley_form_least (const ParleyForm *self, const ParleyDrawnParty *drawn)
{
  gint64 sum = 0;

  for (guint b = 0; b < self->blocks->len; b++)
    {
      const ParleyFormBlock *block = g_ptr_array_index (self->blocks, b);
      gint64 least = parley_form_part (block, 0, drawn);

      for (guint c = 1; c < block->n; c++)
        least = MIN (least, parley_form_part (block, c, drawn));
      sum += least;
    }
  return sum;
}

/* Sets @most to the most of one block. Returns: FALSE when all its choices cross @red_lines. */
static gboolean
most_of_block (const ParleyFormBlock  *block,
               const ParleyDrawnParty *drawn,
               guint64                 red_lines,
               gint64                 *most)
{
  gboolean found = FALSE;

  for (guint c = 0; c < block->n; c++)
    if ((block->crossed[c] & red_lines) == 0)
      {
        gint64 part = parley_form_part (block, c, drawn);

        *most = found ? MAX (*most, part) : part;
        found = TRUE;
      }
  return found;
}

gboolean
parley_form_most (const ParleyForm       *self,
                  const ParleyDrawnParty *drawn,
                  guint64                 red_lines,
                  gint64                 *most)
{
  *most = 0;
  for (guint b = 0; b < self->blocks->len; b++)
    {
      gint64 part = 0;

      if (!most_of_block (g_ptr_array_index (self->blocks, b), drawn, red_lines, &part))
        return FALSE;
      *most += part;
    }
  return TRUE;
}
