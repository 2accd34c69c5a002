/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/options.h"
#include "report/document.h"
#include "report/json.h"

/* Each takes what it renders and appends it to @result. For a page a document may be one that
 * cannot be written: then it is said why, and nothing is appended. */
void parley_render_document (const ParleyOptions *options,
                             ParleyDocument *document,
                             GString *result);
void parley_render_csv      (ParleyTable *table, GString *result);
void parley_render_json     (ParleyJson *value, GString *result);
