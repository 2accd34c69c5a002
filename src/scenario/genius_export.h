/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/export.h"
#include "scenario/genius.h"
#include "scenario/genius_function.h"

/* Numbers are exact when they have a finite decimal of at most so many places. */
#define PARLEY_GENIUS_MAX_PLACES 30

/* What the files that write GENIUS's XML share. */
typedef struct
{
  ParleyLoaded         *loaded;
  const ParleyScenario *scenario;
  ParleyGeniusKind     *kinds;   /* [issue] */
  gboolean              rounded; /* some number of the profile at hand */
} ParleyGeniusExport;

/* genius_export_check.c: complains of all that GENIUS cannot express, but for adjustments,
 * and warns of what it has no place for. */
void parley_genius_export_check (ParleyGeniusExport *self);

/* Complains of a party whose score varies between grid values alone, if at all. */
void parley_genius_export_refuse_flat (ParleyGeniusExport *self, const ParleyParty *party);

/* genius_export_line.c */

/* Sets @values, one initialised number for each value of the issue in order, to what the
 * party makes of them, 0 to 100; to 0 when it says nothing. Returns: FALSE when they had to
 * be rounded. */
gboolean parley_genius_values (const ParleyParty *party,
                               const ParleyIssue *issue,
                               guint              index,
                               mpq_t             *values);

/* How many values a choice or a range has. */
guint parley_genius_n_values (const ParleyIssue *issue);

/* Whether e (x) = offset + slope * x, cut to 0 to 1, gives a hundredth of @values for x = 0,
 * 1, … @n - 1; sets @offset and @slope, which are initialised. */
gboolean parley_genius_find_line (mpq_t *values, guint n, mpq_ptr offset, mpq_ptr slope);

/* Complains of a party with weights to which all values that go out are alike. Kinds are known. */
void parley_genius_check_values (ParleyGeniusExport *self, const ParleyParty *party);

/* Decides which kind each issue is, and warns of ranges that are not integer ones. */
void parley_genius_export_kinds (ParleyGeniusExport *self);

/* genius_export_real.c */

gboolean parley_genius_is_decimal (mpq_srcptr number);

/* Sets @function, which is initialised, to what gives the party's values everywhere on the
 * scale of a range. Returns: FALSE when there is none whose parameters are decimals. */
gboolean parley_genius_find_function (const ParleyParty    *party,
                                      const ParleyIssue    *issue,
                                      guint                 index,
                                      ParleyGeniusFunction *function);

/* Whether the range can be a real issue, which all parties have functions of. Sets @step,
 * which is initialised, to the distance of its grid values. */
gboolean parley_genius_can_be_real (const ParleyScenario *scenario, guint index, mpq_ptr step);

/* genius_export_profile.c: appends what stands in the <objective> of the party. */
void parley_genius_export_linear (ParleyGeniusExport *self, const ParleyParty *party, GString *xml);

/* genius_export_rectangle.c: the same for a party with adjustments; complains of those that
 * are no hyper-rectangles, and of the party when none of them tells deals apart. */
void parley_genius_export_rectangles (ParleyGeniusExport *self,
                                      const ParleyParty  *party,
                                      GString            *xml);

/* Only complains of them; issues may be of any kind. */
void parley_genius_check_rectangles (ParleyGeniusExport *self, const ParleyParty *party);

/* genius_export.c */

/* A decimal, exact when a finite one of at most 30 places is, else of 17 places, which
 * @self remembers. Returns: (transfer full). */
char *parley_genius_decimal (ParleyGeniusExport *self, mpq_srcptr number);

/* The number by which all of @numbers have to be multiplied to become whole and without a
 * common factor; FALSE when one would have more than 15 digits, so that a double could not
 * hold it. @factor is initialised. */
gboolean parley_genius_whole_factor (mpq_t *numbers, guint n, mpq_ptr factor);

/* Appends " name=\"value\"", escaped. */
void parley_genius_attribute (GString *xml, const char *name, const char *value);

/* Appends what is alike in a domain and in profiles: the start of the tag of an issue. */
void parley_genius_export_issue (ParleyGeniusExport *self, guint index, GString *xml);

/* Appends an issue with its values, and nothing of what a party makes of them. */
void parley_genius_export_plain_issue (ParleyGeniusExport *self, guint index, GString *xml);

/* What GENIUS calls the value at @index. Returns: (transfer full). */
char *parley_genius_value (const ParleyIssue *issue, guint index);
