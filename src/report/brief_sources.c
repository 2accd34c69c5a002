/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/brief_part.h"
#include "report/words.h"

/* "Text of the US draft. The Telegraph, 17 Feb 2025. Note." */
static char *
source_words (const ParleySource *source)
{
  g_autoptr(GString) text = g_string_new (parley_words_title (source->title, source->id));
  g_autofree char *day = parley_words_day (source->date, NULL);

  if (source->publisher != NULL)
    g_string_append_printf (text, ". %s", source->publisher);
  if (*day != '\0')
    g_string_append_printf (text, ", %s", day);
  if (source->note != NULL)
    g_string_append_printf (text, ". %s", source->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_files (ParleyBrief *self)
{
  const ParleyBriefSettings *settings = self->settings;

  parley_document_heading (self->document, 2, "%s", _ ("Files"));
  for (guint i = 0; i < settings->n_files; i++)
    parley_document_entry (self->document, settings->files[i].name, "SHA-256 %s",
                           settings->files[i].sha256);
}

void
parley_brief_add_sources (ParleyBrief *self)
{
  guint number = 0;

  parley_document_heading (self->document, 1, "%s", _ ("Sources"));
  for (guint i = 0; i < self->scenario->sources->len; i++)
    {
      const ParleySource *source = g_ptr_array_index (self->scenario->sources, i);
      g_autofree char *words = source_words (source);
      g_autofree char *label = NULL;

      if (!source->used)
        continue;
      label = g_strdup_printf ("[%u]", ++number);
      parley_document_entry (self->document, label, "%s", words);
      parley_document_link (self->document, source->url);
    }
  if (number == 0)
    parley_document_paragraph (self->document, "%s", _ ("The file names no sources."));
  add_files (self);
}
