/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/guess.h"
#include "space/domain.h"

/*
 * What a command line names in a scenario. Each function returns FALSE with @error set when it is
 * not there: the message says what there is, if that is little, and what was probably meant.
 */

gboolean parley_choose_draft (const ParleyScenario *scenario,
                              const char           *id,
                              guint                *draft,
                              GError              **error);

/* Those of @ids (NULL-terminated), none twice; all where there are no @ids. Returns: (transfer
 * full) (element-type guint): NULL with @error set. */
GArray *parley_choose_drafts (const ParleyScenario *scenario, char *const *ids, GError **error);

/* One of the scenario's cases. */
gboolean parley_choose_case (const ParleyScenario *scenario,
                             const char           *id,
                             guint                *index,
                             GError              **error);

/* @option: what the id was given to, such as "--for". */
gboolean parley_choose_party (const ParleyScenario *scenario,
                              const char           *option,
                              const char           *id,
                              guint                *party,
                              GError              **error);

/* A party with a score, so that deals can be compared by it. */
gboolean parley_choose_scored (const ParleyScenario *scenario,
                               const char           *option,
                               const char           *id,
                               guint                *party,
                               GError              **error);

/* The same of an option that may be left out: then @id is NULL, and @party -1. */
gboolean parley_choose_scored_or_none (const ParleyScenario *scenario,
                                       const char           *option,
                                       const char           *id,
                                       int                  *party,
                                       GError              **error);

/* An issue that is negotiated, and so has terms of its own. */
gboolean parley_choose_issue (const ParleyScenario *scenario,
                              const char           *option,
                              const char           *id,
                              guint                *issue,
                              GError              **error);

/* One of @words (NULL-terminated), at index @choice, or else a party: then @choice is how many
 * words there are. */
gboolean parley_choose_word_or_party (const ParleyScenario *scenario,
                                      const char           *option,
                                      const char           *word,
                                      const char *const    *words,
                                      guint                *choice,
                                      guint                *party,
                                      GError              **error);

/* --among: "all", which NULL means as well, "tabled", or a party. */
gboolean parley_choose_among (const ParleyScenario *scenario,
                              const char           *word,
                              ParleyAmong          *among,
                              guint                *party,
                              GError              **error);

/* --between: two different parties with scores, "us,ukraine"; NULL when the scenario has just two
 * that negotiate and have scores, which are these then. */
gboolean parley_choose_pair (const ParleyScenario *scenario,
                             const char           *option,
                             const char           *text,
                             guint                *pair,
                             GError              **error);

/* A party that negotiates and has a score. */
gboolean parley_choose_negotiator (const ParleyScenario *scenario,
                                   const char           *option,
                                   const char           *id,
                                   guint                *party,
                                   GError              **error);

/*
 * choose_value.c: what options take whatever the scenario is. Errors are those of usage (input.h):
 * G_OPTION_ERROR_BAD_VALUE.
 */

/* One of @words (NULL-terminated), at index @choice. */
gboolean parley_choose_word (const char        *option,
                             const char        *word,
                             const char *const *words,
                             guint             *choice,
                             GError           **error);

/* The same of an argument, which goes first: a @what ("picture"), and what help calls it @name
 * ("kind"). */
gboolean parley_choose_first (const char        *what,
                              const char        *name,
                              const char        *word,
                              const char *const *words,
                              guint             *choice,
                              GError           **error);

/* Whether @value is from @least to @most. */
gboolean parley_choose_whole (const char *option,
                              gint64      value,
                              gint64      least,
                              gint64      most,
                              GError    **error);

/* Whether @seed is one: what --seed takes. */
gboolean parley_choose_seed (gint64 seed, GError **error);

/* --distribution; NULL means the first. */
gboolean parley_choose_spread (const char *word, ParleySpread *spread, GError **error);

/* Makes @error, of what an analysis read for an option, one of usage where it is one of input.
 * Returns: FALSE. */
gboolean parley_choose_refuse (GError **error);
