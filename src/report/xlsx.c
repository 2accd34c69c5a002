/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/xlsx.h"

#include "base/module.h"
#include "report/language.h"
#include "report/workbook.h"

gboolean
parley_document_to_xlsx (const ParleyDocument *self, GString *out, GError **error)
{
  const ParleyWorkbook *workbook = parley_module_open ("workbook", "writes workbooks", error);

  return workbook != NULL && workbook->use_language (parley_language_get (), error)
         && workbook->write (self, out, error);
}
