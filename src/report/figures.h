/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/json.h"
#include "space/search.h"

/*
 * Figures in JSON documents, as docs/output.md describes them.
 */

/* Adds @number at @key of @object, and with @exact the fraction in its object
 * "exact". NULL for @number adds null. */
void parley_figure_add (ParleyJson *object, const char *key, mpq_srcptr number, gboolean exact);

/* { "low": …, "high": … }. */
ParleyJson *parley_figure_span (mpq_srcptr low, mpq_srcptr high, gboolean exact);

/* Adds the map @key from party to figure, and with @exact "KEY_exact" behind it. For each
 * utility @figure sets the number; FALSE leaves the party out. */
typedef gboolean (*ParleyFigure) (const ParleyUtility *utility, ParleyScore score, mpq_ptr number);

void parley_figure_add_map (ParleyJson           *object,
                            const char           *key,
                            const ParleyScenario *scenario,
                            GPtrArray            *utilities,
                            const guint          *slots,
                            guint                 n_slots,
                            const ParleyScore    *scores,
                            ParleyFigure          figure,
                            gboolean              exact);

/* Figures for the map: the score in points; the surplus, for those with a reservation. */
gboolean parley_figure_score   (const ParleyUtility *utility, ParleyScore score, mpq_ptr number);
gboolean parley_figure_surplus (const ParleyUtility *utility, ParleyScore score, mpq_ptr number);

/* { issue: option id or number } of a deal. */
ParleyJson *parley_figure_terms (const ParleySpace *space, const guint *options);

/* An option of an axis: its id, or its number. */
ParleyJson *parley_figure_option (const ParleySpace *space, guint axis, guint option);

/* A score in steps of @utility, or a difference of two, in points as CSV has them. Returns:
 * (transfer full). */
char *parley_figure_text (const ParleyUtility *utility, ParleyScore score);
