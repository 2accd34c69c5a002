/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/draw.h"
#include "space/combos.h"

/* What can be chosen for one block, as its party sees it: one entry a choice. */
typedef struct
{
  guint    n;
  guint    n_issues;
  guint   *issues;  /* those of the block that the party weights */
  guint   *entries; /* [choice * n_issues + issue]: which option or derived value it takes */
  gint64  *values;  /* likewise: in steps of the party */
  guint    n_items;
  guint   *items;   /* the party's adjustments that hang on the block */
  guint8  *holds;   /* [choice * n_items + item] */
  guint64 *crossed; /* [choice]: bit i: it crosses red line i of the party */
  guint8  *waived;  /* [choice]: the party's consent is not needed */
} ParleyFormBlock;

/**
 * ParleyForm:
 *
 * A party's score of what can be chosen, as a form in the numbers that are drawn: weights times
 * values, and adjustments. So a draw costs some sums and nothing else. Scores are in steps times
 * the weight sum of the draw (draw.h).
 */
typedef struct
{
  const ParleyDraws *draws; /* borrowed */
  guint              party;
  GPtrArray         *blocks; /* of ParleyFormBlock */
} ParleyForm;

/* All that is feasible: @combos (element-type ParleyCombos), one a block of @space. */
ParleyForm *parley_form_new (const ParleyDraws *draws, guint party, GPtrArray *combos);

void parley_form_free (ParleyForm *self);

/* Which choices of a block are looked at. */
typedef gboolean (*ParleyFormFilter) (const ParleyFormBlock *block, guint choice);

/* What may be left out of a form. */
typedef enum
{
  PARLEY_FORM_LEAST, /* all but what can be the least of its block */
  PARLEY_FORM_MOST,  /* all but what can be the most, whatever red lines hold */
  PARLEY_FORM_EVERY  /* nothing */
} ParleyFormEnd;

/* A form in which each block has only those of the choices that pass @filter (nullable) that can
 * come to the least or the most, whatever is drawn. Where values are drawn, these are all. Blocks
 * that are left without a choice to make are one, which comes first. */
ParleyForm *parley_form_new_end (const ParleyForm *self,
                                 ParleyFormEnd end,
                                 ParleyFormFilter filter);

/* Takes over the values of @draw, where values are drawn. @combos: as for parley_form_new (). */
void parley_form_refresh (ParleyForm *self, GPtrArray *combos, const ParleyDraw *draw);

/* What one choice of a block comes to. */
static inline gint64
parley_form_part (const ParleyFormBlock *self, guint choice, const ParleyDrawnParty *drawn)
{
  const gint64 *values = self->values + (gsize) choice * self->n_issues;
  const guint8 *holds = self->holds + (gsize) choice * self->n_items;
  gint64 sum = 0;
  gint64 points = 0;

  for (guint i = 0; i < self->n_issues; i++)
    sum += drawn->weights[self->issues[i]] * values[i];
  for (guint i = 0; i < self->n_items; i++)
    points += holds[i] ? drawn->adjustments[self->items[i]] : 0;
  return sum + points * drawn->weight_sum;
}

/* The least that choices come to. */
gint64 parley_form_least (const ParleyForm *self, const ParleyDrawnParty *drawn);

/* Sets @most to the most that choices come to that cross none of @red_lines. Returns: FALSE when
 * all do. */
gboolean parley_form_most (const ParleyForm       *self,
                           const ParleyDrawnParty *drawn,
                           guint64                 red_lines,
                           gint64                 *most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyForm, parley_form_free)
