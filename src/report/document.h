/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/table.h"

typedef enum
{
  PARLEY_BLOCK_HEADING,
  PARLEY_BLOCK_LEAD,      /* the paragraph with the answer */
  PARLEY_BLOCK_PARAGRAPH,
  PARLEY_BLOCK_NOTE,      /* a warning that the reader must not miss */
  PARLEY_BLOCK_BULLETS,
  PARLEY_BLOCK_ENTRIES,   /* a list of labels, each with its text */
  PARLEY_BLOCK_TABLE
} ParleyBlockKind;

typedef struct
{
  char *label; /* NULL in bullets */
  char *text;
} ParleyItem;

typedef struct
{
  ParleyBlockKind  kind;
  guint            level; /* of a heading, from 1 */
  char            *text;  /* NULL in lists and tables */
  GPtrArray       *items; /* of ParleyItem; NULL outside lists */
  ParleyTable     *table; /* NULL outside tables */
} ParleyBlock;

/**
 * ParleyDocument:
 *
 * What a report says, before any format: blocks in reading order. Reports build it with
 * the functions below; the writers (report/text.h, report/markdown.h) render it. All text is
 * made safe to print on its way in (report/clean.h): titles come from files of strangers.
 */
typedef struct
{
  GPtrArray *blocks; /* of ParleyBlock */
} ParleyDocument;

ParleyDocument *parley_document_new  (void);
void            parley_document_free (ParleyDocument *self);

void parley_document_heading (ParleyDocument *self, guint level, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void parley_document_lead (ParleyDocument *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void parley_document_paragraph (ParleyDocument *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void parley_document_note (ParleyDocument *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* A bullet, or a label with its text. Neighbours of one kind make one list. */
void parley_document_bullet (ParleyDocument *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void parley_document_entry (ParleyDocument *self, const char *label, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* An empty table at the end of the document, to be filled.
 * Returns: (transfer none): owned by the document. */
ParleyTable *parley_document_table (ParleyDocument *self, ParleyTableStyle style);

/* The tables alone, counted from 0 (CSV writes one). Returns: (transfer none) (nullable): NULL
 * when there are not so many. */
const ParleyTable *parley_document_get_table (const ParleyDocument *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDocument, parley_document_free)
