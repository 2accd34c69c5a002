/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/doubt.h"
#include "analysis/rating.h"
#include "base/parallel.h"
#include "space/combos.h"

/* Red lines about which there is no doubt. */
#define PARLEY_HOLDS       (-1)
#define PARLEY_NEVER_HOLDS (-2)

/* A party whose numbers matter: who chooses, and those who must accept. */
typedef struct
{
  const ParleyParty *party;
  guint              index; /* of the scenario */
  ParleyCell        *weights; /* [issue] */
  ParleyCell        *points;  /* [adjustment] */
  gboolean           has_reservation;
  ParleyCell         reservation;
  int               *lines;   /* [red line]: the doubt whether it holds, or as above */
} ParleyVoice;

/* A draft that can be backed. Its slots are the axes of its space and then the derived issues. */
typedef struct
{
  guint           draft; /* of the scenario */
  ParleySpace    *space;
  GPtrArray      *combos; /* of ParleyCombos: one a block */
  guint           random; /* the first of its random numbers: one for each block that has a choice */
  guint           n_slots;
  int            *slot_of_issue; /* -1: none */
  guint          *n_options;     /* [slot] */
  ParleyRating ***ratings;       /* [voice][slot][option] */
} ParleyBackedDraft;

/* One reading of such a draft. */
typedef struct
{
  guint    *options; /* [slot] */
  gboolean *matches; /* [coupling of the space] */
} ParleyBackedReading;

/**
 * ParleyBacking:
 *
 * The choice of a party between drafts to back, and no deal, under what is not known of the numbers
 * of all who count. A draft that all others accept brings the party its score; one that somebody
 * does not, or that crosses a red line of its own, what no deal brings: an outcome of its lottery,
 * or else its reservation. All is judged at the scenario's date.
 *
 * Draws are of quanta (guess.h) and looked up by number (random.h). Scores are computed in doubles;
 * within 1e-9 of a reservation they count as being on it, and so accepted: quanta being short
 * decimals, scores that differ hardly ever differ by less.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  const char           *date;     /* likewise, nullable */
  guint                 party;    /* who chooses */
  guint64               seed;
  guint                 n_draws;
  GPtrArray            *doubts;   /* of ParleyDoubt */
  guint                 n_drawn;  /* of these come first and have a value in a draw; then terms */
  guint                 n_inputs; /* so many with terms; then what the others answer */
  int                   no_deal;  /* the doubt how no deal turns out; -1: it brings the reservation */
  GArray               *voices;   /* of ParleyVoice: who chooses first */
  GPtrArray            *drafts;   /* of ParleyBackedDraft */
  GArray               *left_out; /* of guint: drafts that have no reading by the rules */
  guint                 n_randoms; /* numbers that say what becomes of open terms */
} ParleyBacking;

/**
 * parley_backing_new:
 * @party: scored, with a reservation or a lottery
 * @drafts: (array length=n_drafts): indices of drafts
 *
 * Errors: PARLEY_ERROR_LIMIT when issues of a draft hang together that can be chosen in too many
 * ways (combos.h).
 */
ParleyBacking *parley_backing_new  (const ParleyScenario *scenario,
                                   guint                 party,
                                   const guint          *drafts,
                                   guint                 n_drafts,
                                   guint64               seed,
                                   guint                 n_draws,
                                   GError              **error);
void           parley_backing_free (ParleyBacking *self);

static inline const ParleyDoubt *
parley_backing_doubt (const ParleyBacking *self, guint index)
{
  return g_ptr_array_index (self->doubts, index);
}

static inline const ParleyBackedDraft *
parley_backing_draft (const ParleyBacking *self, guint index)
{
  return g_ptr_array_index (self->drafts, index);
}

static inline const ParleyVoice *
parley_backing_voice (const ParleyBacking *self, guint index)
{
  return &g_array_index (self->voices, ParleyVoice, index);
}

/* The first reading of @draft. Returns: (transfer full): free with parley_backed_reading_free ().
 */
ParleyBackedReading *parley_backed_reading_new  (const ParleyBackedDraft *draft);
void                 parley_backed_reading_free (ParleyBackedReading *self);

/* Makes it the reading that @randoms (n_randoms of the backing) ask for: each that the rules allow
 * is as likely. Cost: O(blocks with a choice). */
void parley_backed_reading_draw (ParleyBackedReading     *self,
                                 const ParleyBackedDraft *draft,
                                 const guint32           *randoms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyBacking, parley_backing_free)
