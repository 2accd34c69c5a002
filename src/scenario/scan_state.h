/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/scan.h"

/*
 * Private to the scanner. Functions that scan begin at @at and leave it behind
 * what they have read; they return FALSE, with a problem added, to end the scan.
 */
typedef struct
{
  const ParleyText *text;
  const char       *data;
  gsize             at;
  ParleyProblems   *problems;
  guint             n_problems;
  GArray           *places;
  guint             n_values; /* places, with objects as often as they count */
  guint             open;  /* index of the innermost place that is being read */
  guint             depth; /* objects and lists around @at */
} ParleyScan;

gboolean parley_scan_string (ParleyScan *self);
gboolean parley_scan_number (ParleyScan *self);

gboolean parley_scan_at_end (const ParleyScan *self);

/* How many bytes at @at may belong to a word or a number. */
gsize parley_scan_word_length (const ParleyScan *self, gsize at);

/* Adds a problem at @offset after which the scan may go on.
 * Returns: (transfer none): for found and expected. */
ParleyProblem *parley_scan_note (ParleyScan        *self,
                                 ParleyProblemCode  code,
                                 gsize              offset,
                                 const char        *message,
                                 ...) G_GNUC_PRINTF (4, 5);

/* Adds a syntax error at @offset, with what is found at @self->at. Returns: FALSE. */
gboolean parley_scan_refuse (ParleyScan *self,
                             gsize       offset,
                             const char *message,
                             const char *expected);

/* The same at @self->at, with a better message than @message where a common
 * mistake is recognised: a comment, single quotes, NaN, an unclosed object. */
gboolean parley_scan_refuse_here (ParleyScan *self, const char *message, const char *expected);

/* Where a key should stand and none does; and behind a value in an object or a list that ends with
 * @close, where neither a comma nor @close stands. They add what was probably forgotten. Return:
 * FALSE. */
gboolean parley_scan_refuse_key (ParleyScan *self);
gboolean parley_scan_refuse_separator (ParleyScan *self, char close);

/* Says in the last problem what was probably meant by @word. */
void parley_scan_suggest (ParleyScan *self, const char *word);
