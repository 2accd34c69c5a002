/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/workbook.h"

#include "report/language.h"
#include "report/xlsx_parts.h"

extern const ParleyWorkbook parley_module;

const ParleyWorkbook parley_module = {
  .use_language = parley_language_use,
  .write = parley_workbook_write,
};
