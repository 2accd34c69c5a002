/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/*
 * Pieces of HTML that are written in one place: for pages (report/html.h) and for what pandoc
 * makes a word processor's file of (report/docx.h).
 */

/* Appends @text, which means itself between tags and inside quotation marks, in XML too. */
void parley_html_append_text (GString *out, const char *text);

/* Appends <@element> with @text (nullable: empty) and ends the line. */
void parley_html_append_element (GString *out, const char *element, const char *text);

/* Appends " @name=\"@value\""; nothing when @value is NULL. */
void parley_html_append_attribute (GString *out, const char *name, const char *value);

/* Appends what is said about a document; nothing when @content is NULL. */
void parley_html_append_meta (GString *out, const char *name, const char *content);

/* Appends the text of @item, which leads to its link if it has one. */
void parley_html_append_item (GString *out, const ParleyItem *item);

/* The cells of each column as they are shown: GPtrArrays of one text a row.
 * Returns: (transfer full) (element-type GPtrArray). */
GPtrArray *parley_html_read_cells (const ParleyTable *table);

/* Appends @table; @number: which of the tables of its document it is, from 1. */
void parley_html_append_table (GString *out, const ParleyTable *table, guint number);

/* The size of type, in points, in which the blocks @first to @end fit a sheet of paper, or the
 * smallest. It is an estimate, which needs no fonts: browsers have their own. */
double parley_html_fit (const ParleyDocument *document, guint first, guint end);
