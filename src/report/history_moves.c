/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/history_part.h"
#include "report/term_words.h"
#include "report/words.h"

/* Issues of a step, and of the whole way, that are shown. */
#define STEP_SHOWN  3
#define WHOLE_SHOWN 6

/* What @shifts ([party]) come to for both sides. */
static void
add_shift_cells (ParleyTable *table, const ParleyHistory *self, const ParleyShift *shifts)
{
  for (guint side = 0; side < 2; side++)
    {
      const ParleyShift *shift = &shifts[self->pair[side]];

      parley_table_take_cell (table, parley_shift_is_still (shift)
                                         ? NULL
                                         : parley_words_shift (shift->low, shift->high));
    }
}

/* Both drafts may leave it open in the same words, and rules allow it other terms by what else they
 * say. */
static void
add_term_cells (ParleyTable *table, const ParleyRedraft *redraft, guint issue)
{
  g_autofree char *before = parley_words_draft_term (redraft->from.score, issue);
  g_autofree char *after = parley_words_draft_term (redraft->to.score, issue);

  parley_table_cell_text (table, before);
  parley_table_cell (table, "%s%s", after,
                     g_str_equal (before, after) ? ", but rules allow other terms" : "");
}

static void
add_issue_row (ParleyTable             *table,
               const ParleyHistory     *self,
               const ParleyRedraft     *redraft,
               guint                    issue)
{
  parley_table_row (table);
  parley_table_cell_text (table, parley_scenario_issue (self->scenario, issue)->title);
  add_term_cells (table, redraft, issue);
  for (guint side = 0; side < 2; side++)
    {
      const ParleyShift *shift = &redraft->by_issue[self->pair[side]][issue];

      parley_table_take_cell (table, parley_shift_is_still (shift)
                                         ? NULL
                                         : parley_words_shift (shift->low, shift->high));
    }
}

static void
add_sum_row (ParleyTable         *table,
             const ParleyHistory *self,
             const char          *name,
             const ParleyShift   *shifts)
{
  parley_table_row (table);
  parley_table_cell_text (table, name);
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (table, NULL);
  add_shift_cells (table, self, shifts);
}

static gboolean
is_linked (const ParleyHistory *self, const ParleyRedraft *redraft)
{
  return !parley_shift_is_still (&redraft->linkage[self->pair[0]])
         || !parley_shift_is_still (&redraft->linkage[self->pair[1]]);
}

static void
add_step (ParleyTable *table, const ParleyHistory *self, const ParleyHistoryStep *step, guint most)
{
  g_autoptr(GArray) issues = parley_history_moved (self, step);
  guint n = issues->len <= most + 1 ? issues->len : most;

  for (guint i = 0; i < n; i++)
    add_issue_row (table, self, step->redraft, g_array_index (issues, guint, i));
  if (n < issues->len)
    {
      parley_table_row (table);
      parley_table_cell (table, "%u more (--all)", issues->len - n);
    }
  if (is_linked (self, step->redraft))
    add_sum_row (table, self, "Adjustments", step->redraft->linkage);
  add_sum_row (table, self, "Score", step->redraft->total);
}

static void
begin_section (ParleyTable             *table,
               const ParleyHistory     *self,
               const ParleyPath        *path,
               guint                    from,
               guint                    to,
               const ParleyHistoryStep *step)
{
  g_autofree char *before = parley_history_name (self, parley_path_stop (path, from)->draft);
  g_autofree char *after = parley_history_name (self, parley_path_stop (path, to)->draft);
  g_autofree char *kind = parley_history_kind (step);

  if (step == path->whole)
    parley_table_section (table, "From its first, %s, to its last, %s", before, after);
  else
    parley_table_section (table, "%s, after %s: %s", after, before, kind);
}

static void
add_columns (ParleyTable *table, const ParleyHistory *self)
{
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "before", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "after", PARLEY_COLUMN_TEXT);
  for (guint side = 0; side < 2; side++)
    parley_table_column (table, parley_history_side (self, side), PARLEY_COLUMN_NUMBER);
}

static gboolean
some_known (const ParleyPath *path)
{
  for (guint s = 1; s < path->stops->len; s++)
    if (parley_path_stop (path, s)->from_own->redraft->known)
      return TRUE;
  return path->whole != NULL && path->whole->redraft->known;
}

void
parley_history_add_moves (ParleyDocument      *document,
                          const ParleyHistory *self,
                          guint                side,
                          gboolean             all)
{
  const ParleyPath *path = &self->paths[side];
  ParleyTable *table = NULL;

  if (!some_known (path))
    return;
  parley_document_heading (document, 2, "Where %s moved", parley_history_side (self, side));
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table, "Terms, and the points that they bring each side more or less");
  add_columns (table, self);
  for (guint s = 1; s < path->stops->len; s++)
    {
      const ParleyHistoryStep *step = parley_path_stop (path, s)->from_own;

      if (!step->redraft->known)
        continue;
      begin_section (table, self, path, s - 1, s, step);
      add_step (table, self, step, all ? G_MAXUINT - 1 : STEP_SHOWN);
    }
  if (path->stops->len == 2 || !path->whole->redraft->known)
    return;
  begin_section (table, self, path, 0, path->stops->len - 1, path->whole);
  add_step (table, self, path->whole, all ? G_MAXUINT - 1 : WHOLE_SHOWN);
}
