/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/json.h"
#include "web/api.h"

/* An empty one of status 200, of JSON. Returns: (transfer full). */
ParleyReply *parley_reply_new  (void);
void         parley_reply_free (ParleyReply *self);

/* Makes it a refusal: JSON with the sentence @format. */
void parley_reply_refuse (ParleyReply *self, guint status, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* The same with a list of what is wrong. Takes @problems. */
void parley_reply_refuse_with (ParleyReply *self,
                               guint        status,
                               const char  *sentence,
                               ParleyJson  *problems);

/* Between processes: its bytes. */
void parley_reply_pack (const ParleyReply *self, GByteArray *bytes);

/* What parley_reply_pack () made. Returns: (transfer full) (nullable): NULL when @bytes are not all
 * of one. */
ParleyReply *parley_reply_unpack (const GByteArray *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyReply, parley_reply_free)
