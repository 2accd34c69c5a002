/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Numbers as reports write them: a sign, digits with marks between thousands, a decimal mark. The
 * marks are those of the language that reports are written in (report/language.h), "1,968.5" in
 * English; nothing here looks at the locale.
 */

/* Takes @number, which is written in English or no number, and puts the marks of the language into
 * it. Returns: (transfer full). */
char *parley_number_take (char *number);

/* Of a double, with so many decimals; never "-0.0". Returns: (transfer full). */
char *parley_number_decimal (double number, guint decimals);

/* The bytes of the number that @text starts with, 0 when there is none; sets @whole to those
 * before its decimal mark, or to all when it has none. */
gsize parley_number_scan (const char *text, gsize *whole);

/* What a number or a range consists of. The high end is the only one of a single number;
 * its behind includes the rest of the text. */
typedef enum
{
  PARLEY_NUMBER_LOW_WHOLE,
  PARLEY_NUMBER_LOW_BEHIND,
  PARLEY_NUMBER_SEPARATOR,
  PARLEY_NUMBER_HIGH_WHOLE,
  PARLEY_NUMBER_HIGH_BEHIND,
  PARLEY_NUMBER_PARTS
} ParleyNumberPart;

/* Part i reaches from ends[i] to ends[i + 1]; both lie in the text that was split. */
typedef struct
{
  const char *ends[PARLEY_NUMBER_PARTS + 1];
} ParleyNumberParts;

/* Returns: FALSE when @text does not start with a number. */
gboolean parley_number_split (const char *text, ParleyNumberParts *parts);

/* A number that was read from a text, and how it is written there. */
typedef struct
{
  double   value;    /* of "25 %" it is 0.25 */
  guint    decimals; /* as they are written, those of "2.5 %" are 1 */
  gboolean has_plus;
  gboolean has_thousands; /* marks between them */
  gboolean is_percentage;
} ParleyNumeral;

/* Reads @text, which is to be one number and nothing else. Returns: FALSE when it is not, and when
 * it has more than the 15 digits that a double always carries. */
gboolean parley_number_read (const char *text, ParleyNumeral *numeral);

/* Pads the numbers and ranges among @cells so that their decimal marks, and those of the low
 * ends of ranges, stand under each other. A number without a range stands under the high ends.
 * What follows a number ("52.3 %") stays with it. The padded ones become equally wide; other
 * texts are copied as they are.
 * Returns: (transfer full) (element-type utf8). */
GPtrArray *parley_number_align (GPtrArray *cells);

/* The same for type whose letters differ in width, set to the right: with spaces as wide as
 * digits (U+2007) and points (U+2008) behind numbers. Ranges stay together; the points of their
 * high ends stand under each other. */
GPtrArray *parley_number_align_type (GPtrArray *cells);
