/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/**
 * parley_document_to_xlsx:
 *
 * Appends a workbook (Office Open XML) of @self to @out. A page is a sheet; what stands before the
 * first is one as well. Cells that are numbers are numbers, shown with the digits of the text; all
 * other text stays text, whatever it begins with. There is no formula. Charts are charts of the
 * spreadsheet, of the numbers on a sheet of their own at the end.
 *
 * The bytes depend on the document alone, and on the language (report/language.h), in which its
 * numbers are read. Fails with PARLEY_ERROR_LIMIT when a table has more rows or columns than a
 * sheet, and with PARLEY_ERROR_IO when the temporary files cannot be written (libxlsxwriter works
 * in files) or the module that makes workbooks is not installed.
 */
gboolean parley_document_to_xlsx (const ParleyDocument *self, GString *out, GError **error);
