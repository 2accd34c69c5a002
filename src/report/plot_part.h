/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/charts.h"

/*
 * What the builders of charts share.
 */

/* The ink of a party, by its place among all; all beyond the fourth have the same. */
ParleyInk parley_plot_ink (guint party);

/* "20,000". Returns: (transfer full). */
char *parley_plot_count (guint64 count);

const char *parley_plot_party (const ParleyScenario *scenario, guint party);

/* Appends a sentence to a description. */
void parley_plot_say (GString *text, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Sets chart->description to @text. Takes @text. */
void parley_plot_describe (ParleyChart *chart, GString *text);
