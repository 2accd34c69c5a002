/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/record_options.h"

#include "cli/choose.h"

#define MOST_DRAWS 1000000

static char *prior;
static char *open_terms;
static gboolean no_red_lines;
static double slip;
static gint64 n_draws = 10000;
static gint64 seed = 1;
static char *distribution;

const GOptionEntry parley_record_entries[] = {
  { "prior", 0, 0, G_OPTION_ARG_STRING, &prior,
    "what is believed before the record is looked at: each weight in its range (the default), or "
    "nothing, so that any weights will do",
    "ranges|nothing" },
  { "open", 0, 0, G_OPTION_ARG_STRING, &open_terms,
    "which completions of a partly known draft an answer was about: at least one (the default), or "
    "all",
    "any|all" },
  { "no-red-lines", 0, 0, G_OPTION_ARG_NONE, &no_red_lines,
    "read the record as though there were no red lines, so that scores must explain all answers",
    NULL },
  { "slip", 0, 0, G_OPTION_ARG_DOUBLE, &slip,
    "how likely an answer is not what the numbers say: from 0 (the default) to below 0.5", "P" },
  { "draws", 'n', 0, G_OPTION_ARG_INT64, &n_draws, "how many draws (10000)", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "which draws: the same seed, the same draws (1)",
    "N" },
  { "distribution", 0, 0, G_OPTION_ARG_STRING, &distribution,
    "how values lie in a range: most at the value (the default), all alike, or hardly any at the "
    "ends",
    "triangular|uniform|beta" },
  { NULL },
};

static gboolean
read_words (ParleyRecordOptions *self, GError **error)
{
  static const char *const priors[] = { "ranges", "nothing", NULL };
  static const char *const opens[] = { "any", "all", NULL };
  guint belief = PARLEY_BELIEF_RANGES;
  guint open = PARLEY_OPEN_ANY;

  if ((prior != NULL && !parley_choose_word ("--prior", prior, priors, &belief, error))
      || (open_terms != NULL && !parley_choose_word ("--open", open_terms, opens, &open, error)))
    return FALSE;
  self->revealed.belief = (ParleyBelief) belief;
  self->likely.belief = (ParleyBelief) belief;
  self->revealed.clues = (ParleyClueRequest){ (ParleyOpen) open, no_red_lines };
  return TRUE;
}

gboolean
parley_record_options_read (ParleyRecordOptions *self, GError **error)
{
  *self = (ParleyRecordOptions){
    .likely = { .n_draws = (guint64) n_draws, .seed = (guint64) seed, .slip = slip }
  };
  /* Not "slip < 0 || slip >= 0.5", which "nan" would pass. */
  if (!(slip >= 0 && slip < 0.5))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "--slip must be from 0 to below 0.5, not %g", slip);
      return FALSE;
    }
  return parley_choose_whole ("--draws", n_draws, 1, MOST_DRAWS, error)
         && parley_choose_seed (seed, error)
         && parley_choose_spread (distribution, &self->likely.spread, error)
         && read_words (self, error);
}
