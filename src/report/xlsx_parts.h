/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/xlsx_sheet.h"

/* What parley_document_to_xlsx () does (report/workbook.h). */
gboolean parley_workbook_write (const ParleyDocument *self, GString *out, GError **error);

/* What stands on sheets besides lines of text. */

/* Adds @table to @self; @is_only: the sheet has no other. A table that fills its sheet keeps its
 * header in sight, and can be filtered when it is long. */
void parley_sheet_add_table (ParleySheet *self, const ParleyTable *table, gboolean is_only);

/* A chart of pairs of categories as a table. Returns: (transfer full) (nullable): NULL for other
 * charts. */
ParleyTable *parley_sheet_matrix (const ParleyChart *chart);

/* Colours the cells of @matrix, which was just added. */
void parley_sheet_color_matrix (ParleySheet *self, const ParleyTable *matrix);

/* Adds @chart: a matrix as cells of more or less colour, others as a chart of the spreadsheet,
 * which parley_book_finish_charts() puts there. */
void parley_sheet_add_chart (ParleySheet *self, const ParleyChart *chart);

/* Makes the charts of all sheets, of numbers on a sheet of their own. */
void parley_book_finish_charts (ParleyBook *self);
