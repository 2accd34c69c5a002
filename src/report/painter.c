/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/painter.h"

#include "report/docx_part.h"
#include "report/language.h"
#include "report/paint_cairo.h"
#include "report/pdf_part.h"

extern const ParleyPainter parley_module;

const ParleyPainter parley_module = {
  .use_language = parley_language_use,
  .has_font = parley_painter_has_font,
  .find_missing = parley_painter_find_missing,
  .chart_to_png = parley_painter_chart_to_png,
  .chart_to_pdf = parley_painter_chart_to_pdf,
  .document_to_pdf = parley_painter_document_to_pdf,
  .document_to_pandoc = parley_painter_document_to_pandoc,
};
