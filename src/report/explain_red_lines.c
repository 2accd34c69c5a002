/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain_part.h"
#include "report/verdicts.h"
#include "report/words.h"

/* "A", "B" and "C". */
static void
append_listed (GString *text, guint i, guint n, const char *title)
{
  g_string_append_printf (text, "%s\"%s\"", i == 0 ? "" : i + 1 < n ? ", " : " and ", title);
}

/* The red lines that are crossed in all completions, or in some only. Returns: how many. */
static guint
append_crossed (const ParleyExplainPart *part, ParleyShare applies, GString *text)
{
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < part->reasons->red_lines->len; i++)
    {
      const ParleyInfluence *influence
          = &g_array_index (part->reasons->red_lines, ParleyInfluence, i);
      const ParleyRedLine *line = g_ptr_array_index (part->party->red_lines, influence->item);

      if (influence->applies == applies)
        g_ptr_array_add (titles, (gpointer) parley_words_title (line->title, line->id));
    }
  for (guint i = 0; i < titles->len; i++)
    append_listed (text, i, titles->len, g_ptr_array_index (titles, i));
  return titles->len;
}

/* What the verdict is without each red line alone, where that says more than the verdict without
 * all of them. */
static void
append_each_without (const ParleyExplainPart *part, GString *text)
{
  for (guint i = 0; i < part->reasons->red_lines->len; i++)
    {
      const ParleyInfluence *influence
          = &g_array_index (part->reasons->red_lines, ParleyInfluence, i);
      const ParleyRedLine *line = g_ptr_array_index (part->party->red_lines, influence->item);

      if (part->reasons->red_lines->len > 1 && influence->without != part->standing->verdict)
        g_string_append_printf (text, " Without \"%s\" alone it %s.",
                                parley_words_title (line->title, line->id),
                                parley_verdict_word (influence->without));
    }
}

static gboolean
is_open (const ParleyDraftScore *score)
{
  for (guint a = 0; a < score->space->domain->n_axes; a++)
    if (score->space->domain->axes[a].n_options > 1)
      return TRUE;
  return FALSE;
}

/* What the verdict is without the red lines. */
static const char *
bare_words (const ParleyExplainPart *part)
{
  if (part->standing->bare_verdict != part->standing->verdict)
    return NULL;
  if (!parley_explain_part_blocks (part))
    return "";
  return part->standing->short_of_reservation ? " Even without them it gets too few points."
                                              : " Without them the verdict is the same.";
}

static void
add_crossed (const ParleyExplainPart *part)
{
  const ParleyStanding *standing = part->standing;
  g_autoptr(GString) text = g_string_new ("The draft crosses ");
  guint n_all = 0, n_some = 0;

  if (part->reasons->red_lines->len == 0)
    return;
  n_all = append_crossed (part, PARLEY_ALL, text);
  if (n_all > 0 && is_open (part->explanation->score))
    g_string_append (text, " in any case");
  if (n_all > 0 && n_all < part->reasons->red_lines->len)
    g_string_append (text, ", and ");
  n_some = append_crossed (part, PARLEY_SOME, text);
  if (n_some > 0)
    g_string_append (text, " in some completions");
  g_string_append (text, ".");
  if (bare_words (part) != NULL)
    g_string_append (text, bare_words (part));
  else
    g_string_append_printf (text, " Without them it %s.",
                            parley_verdict_word (standing->bare_verdict));
  append_each_without (part, text);
  parley_document_entry (part->document, n_all + n_some > 1 ? "Red lines" : "Red line", "%s",
                         text->str);
}

/* What other terms on the issues of the red lines could do. */
static void
add_mended (const ParleyExplainPart *part)
{
  gboolean one = part->reasons->red_lines->len == 1;
  const char *label = one ? "Mending it" : "Mending them";
  const char *which = one ? "this red line names" : "these red lines name";
  g_autofree char *score = parley_words_points (part->reasons->mended);

  if (part->reasons->red_lines->len == 0 || !parley_explain_part_blocks (part)
      || !part->standing->scored || !part->reasons->bare)
    return;
  if (!part->reasons->is_mendable)
    parley_document_entry (part->document, label,
                           "Not possible on the issues that %s alone: rules tie them to other "
                           "terms of the draft.",
                           which);
  else
    parley_document_entry (
        part->document, label,
        "With other terms on the issues that %s, and only there, it would get up to %s points: %s.",
        which, score,
        mpq_cmp (part->reasons->mended, part->standing->reservation) >= 0 ? "that can be enough"
                                                                          : "still too few");
}

void
parley_explain_add_red_lines (const ParleyExplainPart *part)
{
  add_crossed (part);
  add_mended (part);
}
