/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "web/reply.h"
#include "web/snapshots.h"

/* What the API answers to @name with @body, which nobody has looked at yet. Fills @reply, which is
 * new. */
void parley_answer (const ParleySnapshots *snapshots,
                    const char            *name,
                    GBytes                *body,
                    ParleyReply           *reply);

/* What is on the disk now. Returns: (transfer full): `GET /api/status`. */
ParleyJson *parley_answer_status (const ParleySnapshots *snapshots);

/* What a server asks, which knows nothing of scenarios itself. */
typedef struct
{
  ParleySnapshots *snapshots;
  void (*look)          (ParleySnapshots *snapshots);       /* parley_snapshots_look, */
  ParleyJson *(*status) (const ParleySnapshots *snapshots); /* parley_answer_status, */
  void (*answer)        (const ParleySnapshots *snapshots,  /* and parley_answer, in a child */
                  const char *name,
                  GBytes *body,
                  ParleyReply *reply);
} ParleyAnswers;
