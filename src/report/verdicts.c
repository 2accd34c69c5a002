/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verdicts.h"

#include "report/language.h"
#include "report/words.h"

const char *
parley_verdict_word (ParleyVerdict verdict)
{
  switch (verdict)
    {
    /* Translators: behind the name of a party and in cells beside it */
    case PARLEY_VERDICT_ACCEPTS:
      return _ ("accepts");
    case PARLEY_VERDICT_REJECTS:
      return _ ("rejects");
    case PARLEY_VERDICT_DEPENDS:
      return _ ("depends");
    case PARLEY_VERDICT_INFEASIBLE:
      return _ ("infeasible");
    case PARLEY_VERDICT_UNKNOWN:
      return _ ("unknown");
    case PARLEY_VERDICT_NONE:
    default:
      return NULL;
    }
}

char *
parley_verdict_cell (const ParleyStanding *standing)
{
  const char *verdict = parley_verdict_word (standing->verdict);

  if (verdict == NULL)
    return NULL;
  return g_strconcat (standing->verdict == PARLEY_VERDICT_REJECTS ? _ ("REJECTS") : verdict,
                      standing->red_lines->len > 0 ? "*" : "", standing->on_the_line ? "~" : "",
                      standing->needed == PARLEY_ALL ? "" : "^", NULL);
}

char *
parley_verdict_joint_cell (const ParleyDraftScore *score)
{
  switch (score->verdict)
    {
    case PARLEY_VERDICT_ACCEPTS:
      return g_strdup (_ ("yes"));
    case PARLEY_VERDICT_REJECTS:
      return g_strdup (_ ("no"));
    case PARLEY_VERDICT_DEPENDS:
      return score->counts == NULL
                 ? g_strdup (_ ("depends"))
                 : parley_words_share (score->counts->total.all, score->counts->total.feasible);
    case PARLEY_VERDICT_INFEASIBLE:
      return g_strdup (_ ("infeasible"));
    case PARLEY_VERDICT_UNKNOWN:
    case PARLEY_VERDICT_NONE:
    default:
      return g_strdup (_ ("not counted"));
    }
}

void
parley_marks_find (ParleyMarks *self, const ParleyDraftScore *score)
{
  self->shared |= score->verdict == PARLEY_VERDICT_DEPENDS && score->counts != NULL;
  for (guint p = 0; p < score->standings->len; p++)
    {
      const ParleyStanding *standing = g_ptr_array_index (score->standings, p);

      self->waived |= standing->needed != PARLEY_ALL;
      self->open |= !mpq_equal (standing->low, standing->high);
      self->red_line |= standing->red_lines->len > 0;
      self->on_the_line |= standing->on_the_line;
    }
}

void
parley_marks_explain (const ParleyMarks *self, ParleyTable *table)
{
  if (self->open)
    parley_table_note (table, _ ("A range of scores means that some terms are not known."));
  if (self->shared)
    parley_table_note (table, _ ("A percentage is the share of the completions that all accept."));
  if (self->waived)
    parley_table_note (table, _ ("^ consent not needed, in all or some completions"));
  if (self->red_line)
    parley_table_note (table, _ ("* crosses a red line of this side, in all or some completions"));
  if (self->on_the_line)
    parley_table_note (table,
                       _ ("~ on the line: a point more or less, or an input elsewhere in its "
                          "stated range, turns the verdict"));
}
