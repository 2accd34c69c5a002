/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/exchange.h"

/**
 * ParleySteps:
 *
 * What changing one known term of a draft brings every party, for each option of each axis.
 */
typedef struct
{
  ParleyExchange *exchange; /* borrowed */
  ParleyScore  ***gains;    /* [axis][option][slot]; NULL for an axis whose term is open */
  gboolean      **allowed;  /* [axis][option] */
} ParleySteps;

/* How many steps it takes to make them. */
gsize parley_steps_work (const ParleyExchange *exchange);

ParleySteps *parley_steps_new  (ParleyExchange *exchange);
void         parley_steps_free (ParleySteps *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySteps, parley_steps_free)
