/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/compare.h"
#include "report/language.h"
#include "report/words.h"

/* "75-80 %" of two shares. */
static char *
percent_span (mpq_srcptr low, mpq_srcptr high)
{
  g_autofree char *span = NULL;
  mpq_t a, b, hundred;

  mpq_inits (a, b, hundred, NULL);
  mpq_set_ui (hundred, 100, 1);
  mpq_mul (a, low, hundred);
  mpq_mul (b, high, hundred);
  span = parley_words_span (a, b);
  mpq_clears (a, b, hundred, NULL);
  return g_strconcat (span, " %", NULL);
}

/* "6,091 (0.1 %)", "6,091-70,498", of the acceptable deals. */
static char *
better_words (const ParleyDraftPlace *place)
{
  g_autofree char *least = parley_words_count (place->better_least);
  g_autofree char *most = parley_words_count (place->better_most);

  if (mpz_cmp (place->better_least, place->better_most) == 0)
    return g_steal_pointer (&least);
  return g_strconcat (least, "-", most, NULL);
}

static char *
better_share (const ParleyDraftPlace *place, const ParleyGround *ground)
{
  g_autofree char *least = parley_words_share (place->better_least, ground->acceptable);
  g_autofree char *most = parley_words_share (place->better_most, ground->acceptable);

  if (g_str_equal (least, most))
    return g_steal_pointer (&least);
  return g_strdup_printf (_ ("%s to %s"), least, most);
}

static gboolean
some_counted (const ParleyComparison *self)
{
  for (guint d = 0; d < self->drafts->len; d++)
    if (parley_comparison_draft (self, d)->place != NULL
        && parley_comparison_draft (self, d)->place->counted)
      return TRUE;
  return FALSE;
}

static gboolean
some_found (const ParleyComparison *self)
{
  for (guint d = 0; d < self->drafts->len; d++)
    if (parley_comparison_draft (self, d)->place != NULL)
      return TRUE;
  return FALSE;
}

static void
add_columns (ParleyTable *table, gboolean counted)
{
  parley_table_column (table, _ ("Draft"), PARLEY_COLUMN_TEXT);
  if (counted)
    {
      parley_table_group (table, _ ("Better for every side"), 2);
      parley_table_column (table, _ ("deals"), PARLEY_COLUMN_RIGHT);
      parley_table_column (table, _ ("of acceptable"), PARLEY_COLUMN_RIGHT);
    }
  parley_table_column (table, _ ("Every side could gain"), PARLEY_COLUMN_NUMBER);
  parley_table_column (table, _ ("Share of the joint gain"), PARLEY_COLUMN_NUMBER);
}

static void
add_row (ParleyTable *table, const ParleyComparison *self, guint index, gboolean counted)
{
  const ParleyCompared *draft = parley_comparison_draft (self, index);
  const ParleyGround *ground = draft->ground;
  const ParleyDraftPlace *place = draft->place;
  gboolean has_counts = place != NULL && place->counted && mpz_sgn (ground->acceptable) > 0;

  parley_table_row (table);
  parley_table_take_cell (table, parley_compare_name (draft));
  if (place == NULL)
    return;
  if (counted)
    {
      parley_table_take_cell (table, has_counts ? better_words (place) : NULL);
      parley_table_take_cell (table, has_counts ? better_share (place, ground) : NULL);
    }
  parley_table_take_cell (table, parley_words_span (place->room_low, place->room_high));
  parley_table_take_cell (
      table, place->has_share ? percent_span (place->share_low, place->share_high) : NULL);
}

void
parley_compare_add_places (ParleyDocument *document, const ParleyComparison *comparison)
{
  gboolean counted = some_counted (comparison);
  ParleyTable *table = NULL;

  if (!some_found (comparison) && comparison->too_much == NULL)
    return;
  parley_document_heading (document, 2, "%s", _ ("Where they stand among all deals"));
  if (comparison->too_much != NULL)
    parley_document_note (document, _ ("Left out, as it is too much to find: %s."),
                          comparison->too_much);
  if (!some_found (comparison))
    return;
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_columns (table, counted);
  for (guint d = 0; d < comparison->drafts->len; d++)
    add_row (table, comparison, d, counted);
  parley_document_paragraph (
      document, "%s",
      _ ("Better for every side, and what every side could gain at once: in "
         "deals acceptable to all, against what the draft brings each side at "
         "most and at least. Share of the joint gain: all surpluses added up, "
         "of the most that they come to in such a deal; this adds points of "
         "different sides."));
}
