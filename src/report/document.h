/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/chart.h"
#include "report/table.h"

typedef enum
{
  PARLEY_BLOCK_HEADING,
  PARLEY_BLOCK_LEAD,      /* the paragraph with the answer */
  PARLEY_BLOCK_PARAGRAPH,
  PARLEY_BLOCK_NOTE,      /* a warning that the reader must not miss */
  PARLEY_BLOCK_BULLETS,
  PARLEY_BLOCK_ENTRIES,   /* a list of labels, each with its text */
  PARLEY_BLOCK_TABLE,
  PARLEY_BLOCK_CHART,
  PARLEY_BLOCK_PAGE       /* what follows begins a new page, or sheet of a workbook */
} ParleyBlockKind;

typedef enum
{
  PARLEY_PAGE_FLOWS, /* as many pages as it takes */
  PARLEY_PAGE_FITS   /* one page, in smaller type if need be */
} ParleyPageKind;

typedef struct
{
  char *label; /* NULL in bullets */
  char *text;
  char *link;  /* a web address, NULL for none */
} ParleyItem;

typedef struct
{
  ParleyBlockKind  kind;
  guint            level; /* of a heading, from 1 */
  char            *text;  /* of a page its name in few words; NULL in lists, tables and charts */
  GPtrArray       *items; /* of ParleyItem; NULL outside lists */
  ParleyTable     *table; /* NULL outside tables */
  ParleyChart     *chart; /* NULL outside charts */
  ParleyPageKind   page;
} ParleyBlock;

/* What is said about a document rather than in it. Each text may be NULL. */
typedef struct
{
  char   *title;
  char   *author;
  char   *marking;  /* how it is classified: at the head and the foot of each page */
  char   *foot;     /* what it was made from and with: at the foot of each page */
  char   *language; /* "en", "uk" */
  gint64  time;     /* seconds since 1970, for files that carry a time */
} ParleyImprint;

/**
 * ParleyDocument:
 *
 * What a report says, before any format: blocks in reading order. Reports build it with
 * the functions below; the writers (report/text.h, report/markdown.h) render it. All text is
 * made safe to print on its way in (report/clean.h): titles come from files of strangers.
 */
typedef struct
{
  ParleyImprint imprint;
  GPtrArray    *blocks; /* of ParleyBlock */
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

/* Makes the last item of the list that the document ends with lead to @link, which is ignored when
 * it is no web address (http, https). */
void parley_document_link (ParleyDocument *self, const char *link);

/* Begins a page; @name: in few words, for tables of contents and tabs of sheets. */
void parley_document_page (ParleyDocument *self, ParleyPageKind kind, const char *name);

/* A chart at the end of the document. Takes @chart. */
void parley_document_take_chart (ParleyDocument *self, ParleyChart *chart);

/* Takes @text into a field of the imprint, made safe to print. */
void parley_imprint_set (char **field, const char *text);

/* An empty table at the end of the document, to be filled.
 * Returns: (transfer none): owned by the document. */
ParleyTable *parley_document_table (ParleyDocument *self, ParleyTableStyle style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDocument, parley_document_free)
