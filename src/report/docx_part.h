/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/* What parley_document_to_pandoc () does (report/painter.h). */
char *parley_painter_document_to_pandoc (const ParleyDocument *self,
                                         guint                 first,
                                         GPtrArray            *pictures,
                                         GError              **error);
