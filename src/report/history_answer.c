/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/history_part.h"
#include "report/words.h"

/* "gave up 30.2-35.6 points", "gained 2.0 points", "moved by -21.0..+20.4 points, which hangs on
 * open terms". */
static char *
moved_words (const ParleyShift *shift)
{
  gboolean loses = mpq_sgn (shift->low) < 0;
  gboolean gains = mpq_sgn (shift->high) > 0;
  g_autofree char *span = NULL;
  mpq_t low, high;

  mpq_inits (low, high, NULL);
  mpq_neg (low, shift->high);
  mpq_neg (high, shift->low);
  span = loses && gains ? parley_words_shift (shift->low, shift->high)
         : loses        ? parley_words_span (low, high)
                        : parley_words_span (shift->low, shift->high);
  mpq_clears (low, high, NULL);
  if (!loses && !gains)
    return g_strdup ("gave up nothing");
  if (loses && gains)
    return g_strdup_printf ("moved by %s points, which hangs on open terms,", span);
  return g_strdup_printf ("%s %s points", loses ? "gave up" : "gained", span);
}

static void
say_path (GString *text, const ParleyHistory *self, guint side)
{
  const ParleyPath *path = &self->paths[side];
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *moved = NULL;

  if (path->whole == NULL)
    return;
  first = parley_history_name (self, parley_path_stop (path, 0)->draft);
  last = parley_history_name (self, parley_path_stop (path, path->stops->len - 1)->draft);
  if (!path->whole->redraft->known)
    {
      g_string_append_printf (
          text,
          "%sHow far %s moved cannot be said: the rules allow no completion of its "
          "first draft (%s) or of the last that it stood behind (%s).",
          text->len == 0 ? "" : " ", parley_history_side (self, side), first, last);
      return;
    }
  moved = moved_words (&path->whole->redraft->total[path->party]);
  g_string_append_printf (text,
                          "%s%s %s from its first draft (%s) to the last that it stood behind "
                          "(%s)",
                          text->len == 0 ? "" : " ", parley_history_side (self, side), moved, first,
                          last);
  if (path->has_part && mpq_sgn (path->part_high) > 0)
    {
      g_autofree char *part = parley_history_part (path);

      g_string_append_printf (text, ", %s of the way down to its reservation", part);
    }
  g_string_append (text, ".");
}

/* Whether both went the same part of their ways, whatever open terms are. */
static gboolean
are_even (const ParleyPath *paths)
{
  return mpq_equal (paths[0].part_low, paths[1].part_high)
         && mpq_equal (paths[1].part_low, paths[0].part_high);
}

static void
say_further (GString *text, const ParleyHistory *self)
{
  if (self->further >= 0)
    g_string_append_printf (text, " So %s moved further.",
                            parley_history_side (self, (guint) self->further));
  else if (self->paths[0].has_part && self->paths[1].has_part)
    g_string_append (text, are_even (self->paths) ? " So both moved equally far."
                                                  : " Who moved further hangs on open terms.");
}

void
parley_history_add_answer (ParleyDocument *document, const ParleyHistory *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (self->scores->drafts->len == 0)
    g_string_append (text, "There are no drafts.");
  else if (self->paths[0].stops->len + self->paths[1].stops->len == 0)
    g_string_append (text,
                     "No draft says which side tabled or accepted it, so there are no steps.");
  for (guint side = 0; side < 2; side++)
    say_path (text, self, side);
  if (text->len == 0)
    g_string_append (text, "Neither side stood behind more than one draft, so neither has moved.");
  say_further (text, self);
  parley_document_lead (document, "%s", text->str);
}
