/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

/* What a number is in its party's model, and so how scores follow it. */
typedef enum
{
  PARLEY_INPUT_RESERVATION, /* linear */
  PARLEY_INPUT_ADJUSTMENT,  /* its points; linear */
  PARLEY_INPUT_WEIGHT,      /* linear in its share of all weights */
  PARLEY_INPUT_VALUE,       /* of an option, or of a point of straight lines; linear */
  PARLEY_INPUT_BEND,        /* of a smooth curve, or an ideal and its tolerance; not linear */
  PARLEY_INPUT_RED_LINE     /* how likely it is that a red line holds: no score follows it */
} ParleyInputKind;

/**
 * ParleyInput:
 *
 * A number of a party's model that its scores, or its answers, follow.
 */
typedef struct
{
  ParleyInputKind     kind;
  guint               party;
  const ParleyNumber *number; /* borrowed */
  guint               item; /* which adjustment, red line or issue */
  guint               part; /* VALUE and BEND: which option or point of the issue */
} ParleyInput;

/* All inputs of @party that its scores follow: the reservation on @date (nullable), weights,
 * values, and adjustments; each in file order. Weights that a ranking gave are none. Returns:
 * (transfer full) (element-type ParleyInput). */
GArray *parley_inputs_new (const ParleyScenario *scenario, guint party, const char *date);

/* Whether values have to be worked out anew when it moves. */
gboolean parley_input_moves_values (const ParleyInput *self);

/* Where the input stands in a scenario, as `--set` names it: "parties.us.weights.security"; of a
 * value in a list, which `--set` cannot name, the list. Returns: (transfer full). */
char *parley_input_path (const ParleyScenario *scenario, const ParleyInput *self);

/* Sets @most to the points by which no score can move more, against the reservation, when the
 * input becomes @moved. A cheap bound. */
void parley_input_reach (const ParleyScenario *scenario,
                         const ParleyInput    *self,
                         mpq_srcptr            moved,
                         mpq_ptr               most);
