/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/json.h"
#include "web/api.h"

/* What the API is made of. Each answers one kind of request. */

/* Whether @key, where it is there, is a text. Returns: FALSE with @reply set, which says @expected,
 * when it is not. */
gboolean parley_api_check_text (const ParleyNode *body,
                                const char       *key,
                                const char       *expected,
                                ParleyReply      *reply);

/* What a request changes about the scenario: its "case", and on top of it its "overlay".
 * Returns: (transfer full) (element-type ParleyChange): NULL with @reply set when it cannot be
 * read. */
GPtrArray *parley_api_changes (const ParleyApiCall *call, ParleyReply *reply);

/* The scenario with these changes. Returns: (transfer full): NULL with @reply set. */
ParleyLoaded *parley_api_load (const ParleyApiCall *call, ParleyReply *reply);

/* Fills @reply with @value, which it takes. */
void parley_reply_take_json (ParleyReply *reply, ParleyJson *value);

void parley_api_evaluate (const ParleyApiCall *call, ParleyReply *reply);
void parley_api_view     (const ParleyApiCall *call, ParleyReply *reply);
void parley_api_cloud    (const ParleyApiCall *call, ParleyReply *reply);

/* Whether a command of this name is run for pages. */
gboolean parley_api_has_command (const char *name);
void     parley_api_command     (const ParleyApiCall *call, ParleyReply *reply);
