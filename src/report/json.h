/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gmp.h>
#include <json-c/json.h>

/*
 * Values for JSON output, on top of json-c. The caller owns what is returned, until
 * json_object_object_add () or json_object_array_add () takes it over. JSON's null is NULL.
 */
typedef struct json_object ParleyJson;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyJson, json_object_put)

/* The nearest double, in its shortest form that reads back the same: 0.1, 3, 1e-09. */
ParleyJson *parley_json_exact (mpq_srcptr number);

/* The same of a double. */
ParleyJson *parley_json_double (double number);

/* The number itself as a string, for --exact: "163/2", "81". */
ParleyJson *parley_json_fraction (mpq_srcptr number);

/* A decimal string, since counts outgrow a double. */
ParleyJson *parley_json_count (mpz_srcptr count);
ParleyJson *parley_json_size  (guint64 size);

/* A string; null for NULL. What is not UTF-8 in @text, such as a file name, becomes U+FFFD. */
ParleyJson *parley_json_string (const char *text);

/* Two spaces a level, keys in the order of insertion, "/" as it is, control characters escaped,
 * one newline at the end. Strings are UTF-8. Returns: (transfer full). */
char *parley_json_to_text (ParleyJson *value);

/* The same for people to edit: what fits within @width columns stands in one line. */
char *parley_json_to_lines (ParleyJson *value, guint width);
