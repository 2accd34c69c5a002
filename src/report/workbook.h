/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/**
 * ParleyWorkbook:
 *
 * The module "workbook" (base/module.h): all that is done with libxlsxwriter.
 */
typedef struct
{
  /* Of the module alone, which has its own copy of report/language.h. */
  gboolean (*use_language) (const char *name, GError **error);

  /* What parley_document_to_xlsx () does (report/xlsx.h). */
  gboolean (*write) (const ParleyDocument *document, GString *out, GError **error);
} ParleyWorkbook;
