/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/**
 * ParleyPainter:
 *
 * The module "painter" (base/module.h): all that is done with cairo and pango. Each function does
 * what that of the library does which calls it (report/paint.h, report/pdf.h, report/docx.h).
 */
typedef struct
{
  /* Of the painter alone, which has its own copy of report/language.h. */
  gboolean (*use_language) (const char *name, GError **error);

  gboolean (*has_font)     (GError **error);
  gunichar (*find_missing) (const char *text);
  gboolean (*chart_to_png) (const ParleyChart *chart,
                            double             width,
                            double             scale,
                            GString           *out,
                            GError           **error);
  gboolean (*chart_to_pdf) (const ParleyChart *chart, double width, GString *out, GError **error);
  gboolean (*document_to_pdf)    (const ParleyDocument *document, GString *out, GError **error);
  char    *(*document_to_pandoc) (const ParleyDocument *document,
                               guint first,
                               GPtrArray *pictures,
                               GError **error);
} ParleyPainter;
