/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sensitivity_part.h"
#include "report/words.h"

/* A share in percent with one decimal: "12.5". */
static char *
percent (mpq_srcptr share)
{
  char *number = NULL;
  mpq_t hundredfold;

  mpq_init (hundredfold);
  mpq_set_ui (hundredfold, 100, 1);
  mpq_mul (hundredfold, hundredfold, share);
  number = parley_words_points (hundredfold);
  mpq_clear (hundredfold);
  return number;
}

/* "Past aid (20.0 to 8.7 %) and Law and forum (9.0 to 0.0 %)": the issues whose share rises, or
 * falls. */
static char *
changes (const ParleyScenario *scenario, const ParleyReweighing *reweighing, gboolean rise)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = 0, index = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < reweighing->n_issues; i++)
      {
        int order = mpq_cmp (reweighing->after[i], reweighing->before[i]);
        g_autofree char *before = percent (reweighing->before[i]);
        g_autofree char *after = percent (reweighing->after[i]);
        g_autofree char *item = NULL;

        if (rise ? order <= 0 : order >= 0)
          continue;
        if (pass == 0)
          {
            n++;
            continue;
          }
        item = g_strdup_printf ("%s (%s to %s %%)", parley_scenario_issue (scenario, i)->title,
                                before, after);
        parley_words_join (text, index++, n, item);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "accepts it", "accepts some completion" and so on: what it comes to. */
static const char *
turned_words (const ParleyTornado *tornado, const ParleyReweighing *reweighing)
{
  switch (reweighing->verdict)
    {
    case PARLEY_VERDICT_ACCEPTS:
      return "accepts it";
    case PARLEY_VERDICT_REJECTS:
      return "rejects it";
    default:
      return tornado->verdict == PARLEY_VERDICT_REJECTS ? "would accept some completion"
                                                        : "no longer accepts every completion";
    }
}

static void
add_least (ParleyDocument          *document,
           const ParleyScenario    *scenario,
           const ParleyTornado     *tornado,
           const ParleyReweighing  *reweighing)
{
  g_autofree char *moved = percent (reweighing->moved);
  g_autofree char *from = changes (scenario, reweighing, FALSE);
  g_autofree char *to = changes (scenario, reweighing, TRUE);

  if (mpq_sgn (reweighing->moved) == 0)
    parley_document_entry (document, "Least change",
                           "The score is on the reservation: it %s after the least shift.",
                           turned_words (tornado, reweighing));
  else
    parley_document_entry (document, "Least change",
                           "It %s when %s%s %% of all weight moves: to %s; from %s.",
                           turned_words (tornado, reweighing),
                           reweighing->at_once ? "" : "more than ", moved, to, from);
}

/* How far all weights have to go in their ranges. */
static void
add_stretch (ParleyDocument *document, const ParleyReweighing *reweighing)
{
  g_autofree char *number = parley_exact_format (reweighing->stretch, 2);
  g_autofree char *part = percent (reweighing->stretch);

  if (!reweighing->stretches)
    parley_document_entry (document, "Within belief",
                           "No, and not if the ranges of its weights were ever so much wider.");
  else if (parley_reweighing_is_believed (reweighing))
    parley_document_entry (document, "Within belief",
                           "YES, if all its weights go %s %% of the way to those ends of their "
                           "ranges that work against the verdict.",
                           part);
  else
    parley_document_entry (document, "Within belief",
                           "No, not with all its weights at those ends of their ranges that work "
                           "against the verdict: the ranges would have to be %s times as wide.",
                           number);
}

/* Whether weights in the order of the ranking turn it. */
static void
add_order (ParleyDocument *document, const ParleyReweighing *reweighing)
{
  parley_document_entry (document, "Within ranking",
                         reweighing->order_turns
                             ? "YES: some other weights in the same order turn it."
                             : "No: all weights in the same order give the same verdict.");
}

void
parley_sensitivity_add_weights (ParleyDocument              *document,
                                const ParleyScenario        *scenario,
                                const ParleySensitivityPart *part)
{
  const ParleyReweighing *reweighing = part->reweighing;

  if (reweighing == NULL)
    return;
  parley_document_paragraph (document,
                             "Other weights%s:", part->tornado->bare ? ", red lines aside" : "");
  if (reweighing->outcome == PARLEY_REWEIGH_UNKNOWN)
    parley_document_entry (document, "Least change",
                           "Too many completions matter for an exact answer.");
  else if (reweighing->outcome == PARLEY_REWEIGH_IMPOSSIBLE)
    parley_document_entry (document, "Least change",
                           "None: however it weighs the issues, the verdict is the same.");
  else
    add_least (document, scenario, part->tornado, reweighing);
  if (reweighing->outcome != PARLEY_REWEIGH_POSSIBLE
      || part->tornado->verdict == PARLEY_VERDICT_DEPENDS)
    return;
  if (parley_scenario_party (scenario, part->party)->ranked)
    add_order (document, reweighing);
  else if (reweighing->has_ranges)
    add_stretch (document, reweighing);
}
