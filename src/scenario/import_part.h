/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/format.h"
#include "scenario/import.h"

/* What the importers share. All returned texts are (transfer full). */

/* import_name.c */

/* An id made of @title: lower case, without accents, "-" for what an id may not have, and a
 * number behind it when it is in @taken or @reserved (nullable).
 * @taken: each id → the last number behind it, or 1; the new one joins them.
 * @otherwise: for a title of which nothing is left. Cost: O(1) hash look-ups for most titles,
 * however many are alike. */
char *parley_import_id (const char        *title,
                        const char        *otherwise,
                        GHashTable        *taken,
                        const char *const *reserved);

/* @text without outer blanks; "(blank)" when that leaves nothing, as no title is empty. */
char *parley_import_title (const char *text);

/* The name of the file of @text; the second without its ending. */
char *parley_import_file  (const ParleyText *text);
char *parley_import_stem  (const ParleyText *text);

/* The first byte that is no blank; 0 when there is none. */
char parley_import_first (const ParleyText *text);

/* Whether the file at @index is one given before, maybe by another path. */
gboolean parley_import_is_repeated (GPtrArray *texts, guint index);

/* import_decimal.c: a number as Java reads it, such as "+.5", "08" and "1.0E-4".
 * @number is initialised. Returns: FALSE when it is none. */
gboolean parley_import_decimal (const char *text, mpq_ptr number);

/* Utilities go from 0 to 1, points to 100. */
void parley_import_to_points (mpq_ptr utility);

/* import_step.c */

/* The step of the issue called @name. Returns: (transfer none) (nullable). */
ParleyStep *parley_import_find_step (GPtrArray *steps, const char *name);

/* Complains of steps that no issue has taken. */
void parley_import_check_steps (GPtrArray            *steps,
                                const ParleyScenario *scenario,
                                ParleyProblems       *problems);

typedef enum
{
  PARLEY_GRID_FINE,
  PARLEY_GRID_UNEVEN, /* steps do not arrive at the upper end */
  PARLEY_GRID_LONG    /* more values than an issue may have */
} ParleyGridFault;

/* Fills the grid of a range issue, whose min and max are set. */
ParleyGridFault parley_import_fill_grid (ParleyIssue *issue, mpq_srcptr step);

/* Whether the issues so far have no more values together than a scenario may have. */
gboolean parley_import_fits (const ParleyScenario *scenario);

/* import_curve.c */

/* Sets @value, initialised, to what a party makes of @x, 0 to 100. */
typedef void (*ParleyOfNumber) (mpq_srcptr x, gconstpointer data, mpq_ptr value);

/* One of these: what the ParleyValueFunction @function (nullable: nothing) makes of @x, which may
 * be
 * @value itself. */
void parley_import_value_of (mpq_srcptr x, gconstpointer function, mpq_ptr value);

/* The curve through the values of @of at the grid of @issue and at @kinks (of mpq_ptr,
 * nullable), without points that lie on a straight line with their neighbours. */
ParleyValueFunction *parley_import_curve (const ParleyIssue *issue,
                                          ParleyOfNumber     of,
                                          gconstpointer      data,
                                          GPtrArray         *kinks);

/* import_party.c */

/* A party more of @scenario, called @title, whose weights are used as written. What it says
 * comes from @file, a profile of @program, and cites it. Returns: (transfer none). */
ParleyParty *parley_import_add_party (ParleyScenario   *scenario,
                                      const char       *title,
                                      const ParleyText *file,
                                      const char       *program,
                                      GHashTable       *taken);

/* What is wrong with a profile that values all deals alike. */
#define PARLEY_IMPORT_FLAT                                                                          \
  "by this profile all deals have the same utility, so there is nothing to negotiate for its party"

/* Whether a weighted issue has values that differ, or there is an adjustment. */
gboolean parley_import_varies (const ParleyParty *party);

/* Sets @most and @least to bounds of the scores of @party, weights taken as written. */
void parley_import_bounds (const ParleyParty *party, mpq_ptr least, mpq_ptr most);

/* How the weights of @party miss 1, and by how much its scores can exceed 100; "" when
 * neither is so, by more than 1e-9. */
char *parley_import_describe_sums (const ParleyParty *party);

/* Sets the weight of @issue. */
void parley_import_weigh (ParleyParty *party, guint issue, mpq_srcptr weight);
