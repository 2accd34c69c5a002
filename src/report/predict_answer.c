/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/predict_part.h"

#include "report/words.h"

/* A range of chances as wide as that says little. */
#define MUCH_OPEN 0.2

/* "both sides"; of those whose consent is needed. */
static char *
everyone_asked (const ParleyPredict *self)
{
  for (guint i = 0; i < self->outlooks->len; i++)
    if (parley_predict_outlook (self, i)->kind == PARLEY_OUTLOOK_WAIVED)
      return g_strdup ("all whose consent it needs");
  return parley_words_everyone (self->scenario);
}

/* "All sides accept with a chance of 60 %, by what fits their records; by what is believed alone of
 * 66 %." */
static void
say_all (GString *text, const ParleyPredict *self)
{
  g_autofree char *believed = parley_predict_odds (&self->believed);
  g_autofree char *after = parley_predict_odds (&self->after);
  g_autofree char *without = parley_predict_unsaid (self);
  g_autofree char *everyone = everyone_asked (self);

  if (*without != '\0')
    g_string_append_printf (text, "Without %s, of which nothing can be said: ", without);
  everyone[0] = (char) (*without != '\0' ? everyone[0] : g_ascii_toupper (everyone[0]));
  g_string_append_printf (text, "%s accept%s with a chance of ",
                          *without != '\0' ? "all others" : everyone,
                          *without == '\0' && self->outlooks->len == 1 ? "s" : "");
  if (self->after_whole && g_str_equal (after, believed))
    g_string_append_printf (text, "%s; the record does not change that.", after);
  else if (self->after_whole)
    g_string_append_printf (
        text, "%s, by what fits their records; by what is believed alone of %s.", after, believed);
  else
    g_string_append_printf (
        text,
        "%s by what is believed; by the records no chance can be given, for the reason below.",
        believed);
}

/* Whether there is a question that is worth one. */
static gboolean
has_best (const ParleyPredict *self)
{
  return self->best_outlook >= 0 && self->after.chance >= PARLEY_PREDICT_LEAST_DOUBT
         && self->after.chance <= 1 - PARLEY_PREDICT_LEAST_DOUBT
         && parley_predict_part (self->best_bits, self->after.chance) >= PARLEY_PREDICT_LEAST_PART;
}

static void
say_best (GString *text, const ParleyPredict *self)
{
  const ParleyOutlook *outlook = NULL;
  g_autofree char *question = NULL;
  g_autofree char *part = NULL;

  if (self->after.high - self->after.low > MUCH_OPEN)
    g_string_append (text, " Most of that hangs on open terms: settle these first.");
  if (!has_best (self))
    return;
  outlook = parley_predict_outlook (self, (guint) self->best_outlook);
  question
      = parley_predict_question (self, (guint) self->best_outlook,
                                 &g_array_index (outlook->questions, ParleyQuestion, self->best));
  part = parley_words_chance (parley_predict_part (self->best_bits, self->after.chance));
  g_string_append_printf (text,
                          " To learn most about that, find out of %s: %s The answer takes away "
                          "%s of the doubt, on average.",
                          parley_predict_party (self, (guint) self->best_outlook), question, part);
}

void
parley_predict_add_answer (ParleyDocument *document, const ParleyPredict *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  say_all (text, self);
  say_best (text, self);
  parley_document_lead (document, "%s", text->str);
}
