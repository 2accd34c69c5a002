/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/table.h"

/**
 * parley_table_to_csv:
 *
 * The header and the rows as RFC 4180 has them: UTF-8 without a byte order mark, CRLF behind
 * every line, as many fields in each. A section is a line with its text in the first field;
 * caption, notes and rules are left out.
 *
 * Numbers in columns set to the right lose the commas between thousands. A text that a
 * spreadsheet would run as a formula (it starts with "=", "+", "-" or "@", and is more than
 * figures) gets an apostrophe in front, since titles come from files of strangers.
 *
 * Returns: (transfer full).
 */
char *parley_table_to_csv (const ParleyTable *self);
