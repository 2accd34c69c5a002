/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/explain.h"

/* One party's part of the explanation. */
typedef struct
{
  ParleyDocument          *document;
  const ParleyExplanation *explanation;
  const ParleyParty       *party;
  const ParleyStanding    *standing;
  const ParleyReasons     *reasons;
} ParleyExplainPart;

/* Whether the party does not accept every completion. */
static inline gboolean
parley_explain_part_blocks (const ParleyExplainPart *self)
{
  return self->standing->verdict == PARLEY_VERDICT_REJECTS
         || self->standing->verdict == PARLEY_VERDICT_DEPENDS;
}

/* The red lines that the draft crosses, what the verdict is without them, and what mending them
 * could do. Nothing when it crosses none. */
void parley_explain_add_red_lines (const ParleyExplainPart *part);
