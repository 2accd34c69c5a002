/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/outline.h"

/* What a draft can come to, and what its completions are to one party by the numbers as written. */
typedef struct
{
  ParleySpace   *space;
  ParleyValues  *values;
  ParleyUtility *utility;
} ParleyCompletions;

/* @date: (nullable): whose reservation counts. Errors: those of a space. */
gboolean parley_completions_init  (ParleyCompletions    *self,
                                  const ParleyScenario *scenario,
                                  guint draft,
                                  guint party,
                                  const char *date,
                                  GError **error);
void     parley_completions_clear (ParleyCompletions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyCompletions, parley_completions_clear)
