/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "report/document.h"

/* What parley_document_to_pdf () does (report/painter.h). */
gboolean parley_painter_document_to_pdf (const ParleyDocument *self, GString *out, GError **error);

/*
 * How a PDF comes about: blocks become boxes one below the other (pdf_block.c, pdf_table.c), boxes
 * are put on sheets (pdf_sheet.c), sheets are drawn (pdf_draw.c). All lengths are in points, 1/72
 * inch; what stands in a box is measured from its upper left corner, and is as wide as the page.
 */

#define PARLEY_PDF_WIDTH 595.276
#define PARLEY_PDF_HEIGHT 841.89
#define PARLEY_PDF_SIDE 45.35  /* margins: 16 mm at the sides, */
#define PARLEY_PDF_TOP 48.19   /* 17 mm above, */
#define PARLEY_PDF_BOTTOM 53.86 /* and 19 mm below */
#define PARLEY_PDF_MEASURE (PARLEY_PDF_WIDTH - 2 * PARLEY_PDF_SIDE)
#define PARLEY_PDF_DEPTH (PARLEY_PDF_HEIGHT - PARLEY_PDF_TOP - PARLEY_PDF_BOTTOM)

/* The size of the body on pages that flow. */
#define PARLEY_PDF_USUAL 8.5

typedef enum
{
  PARLEY_TONE_INK,
  PARLEY_TONE_SOFT,
  PARLEY_TONE_RULE,
  PARLEY_TONE_FAINT,
  PARLEY_TONE_TINT,
  PARLEY_TONE_HEAD, /* of headings and links */
  PARLEY_TONE_WARN,
  PARLEY_TONE_WARN_TINT
} ParleyPdfTone;

typedef enum
{
  PARLEY_TYPE_BODY,
  PARLEY_TYPE_BOLD,
  PARLEY_TYPE_LEAD,
  PARLEY_TYPE_HEADING_1,
  PARLEY_TYPE_HEADING_2,
  PARLEY_TYPE_HEADING_3,
  PARLEY_TYPE_CELL,
  PARLEY_TYPE_CELL_BOLD,
  PARLEY_TYPE_BELOW,  /* notes of tables */
  PARLEY_TYPE_MARGIN, /* these two do not depend on the size of the body */
  PARLEY_TYPE_MARKING
} ParleyTypeStyle;

/* What text is set with. */
typedef struct
{
  PangoContext *context;
  double        body;  /* the size of the body */
  double        cell;  /* that of tables as a part of it, 1 unless a table is too wide */
  double        air;   /* between lines and blocks, 1 unless a page is too full */
} ParleyType;

/* What text of a document is measured and set by. Returns: (transfer full). */
PangoContext *parley_type_context_new (const ParleyImprint *imprint);

/* @text in lines of at most @width, or in one when that is negative.
 * Returns: (transfer full). */
PangoLayout *parley_type_set (const ParleyType *self,
                              ParleyTypeStyle   style,
                              const char       *text,
                              double            width);

/* The first @length bytes of @layout are bold. */
void parley_type_embolden (PangoLayout *layout, gsize length);

/* The same of a number, in one line: each digit has its place, whatever stands beside it. */
PangoLayout *parley_type_set_number (const ParleyType *self,
                                     ParleyTypeStyle   style,
                                     const char       *text);

/* How wide @text is in one line, and its longest part that a line cannot break. */
double parley_type_width        (const ParleyType *self, ParleyTypeStyle style, const char *text);
double parley_type_longest_word (const ParleyType *self, ParleyTypeStyle style, const char *text);

/* Space from above to below, given as a part of the size of the body. */
double parley_type_space (const ParleyType *self, double part);

/* From one line to the next, as a part of what the font says. */
double parley_type_leading (const ParleyType *self);

/* The size of @style. */
double parley_type_size (const ParleyType *self, ParleyTypeStyle style);

typedef enum
{
  PARLEY_MARK_FILL, /* drawn below all others */
  PARLEY_MARK_LINE, /* of text; y is its base */
  PARLEY_MARK_CHART
} ParleyMarkKind;

typedef struct
{
  ParleyMarkKind     kind;
  ParleyPdfTone      tone;
  double             x;
  double             y;
  double             width;
  double             height;
  PangoLayout       *layout; /* NULL unless a line, */
  PangoLayoutLine   *line;   /* which is one of it */
  const char        *link;   /* NULL for none; of the document */
  const ParleyChart *chart;  /* likewise */
  double             scale;  /* of a chart */
} ParleyMark;

/* What stays on one sheet. */
typedef struct
{
  double      space;      /* above, unless a sheet begins with the box */
  double      height;
  gboolean    keep;       /* on one sheet with the next box, if possible */
  GArray     *marks;      /* of ParleyMark */
  GPtrArray  *head;       /* boxes to be repeated when a sheet begins with this one; NULL for none */
  const char *page;       /* the name of the page that begins here, for the outline; NULL for none */
  const char *name;       /* of the heading that begins here; likewise */
  guint       level;      /* of that */
} ParleyBox;

/* Boxes one below the other. */
typedef struct
{
  ParleyType  type;
  GPtrArray  *boxes; /* of ParleyBox */
} ParleyFlow;

ParleyFlow *parley_flow_new  (const ParleyType *type);
void        parley_flow_free (ParleyFlow *self);

ParleyBox *parley_box_new  (double space, double height);
void       parley_box_free (ParleyBox *self);

/* Text that stands beside other text in a row. */
typedef struct
{
  PangoLayout  *layout;
  double        x;
  double        drop; /* of its first line, below that of the others */
  ParleyPdfTone tone;
  const char   *link;
} ParleyCellText;

GArray *parley_cells_new (void);

/* Takes @layout. Returns: (transfer none): valid until the next one is added. */
ParleyCellText *parley_cells_take (GArray        *cells,
                                   PangoLayout   *layout,
                                   double         x,
                                   ParleyPdfTone  tone);

/* How high the highest is. */
double parley_cells_height (const ParleyType *type, GArray *cells);

/* Adds texts side by side: as one box, or as a box for each line when they may be broken between
 * lines or are too high for a sheet. Their lines stand @pad from the top and the bottom. Returns:
 * the number of boxes, at the end of the flow. */
guint parley_flow_add_row (ParleyFlow *self,
                           GArray *cells,
                           double space,
                           double pad,
                           gboolean breaks);

/* The box that is @back from the last one. */
ParleyBox *parley_flow_last (ParleyFlow *self, guint back);

void parley_box_fill (ParleyBox *self,
                      ParleyPdfTone tone,
                      double x,
                      double y,
                      double width,
                      double height);

/* How high the boxes are on one sheet. */
double parley_flow_height (const ParleyFlow *self);

/* Adds the boxes of blocks @first to @end, that excluded. */
void parley_flow_add_blocks (ParleyFlow *self,
                             const ParleyDocument *document,
                             guint first,
                             guint end);
void parley_flow_add_table (ParleyFlow *self, const ParleyTable *table);

/* How the numbers of a column stand below each other: as wide as they get before the decimal point
 * (of ranges that of the high end) and behind it. */
typedef struct
{
  double before;
  double behind;
  double whole; /* as wide as the widest text that is no number */
} ParleyPdfNumbers;

void parley_pdf_numbers_take_in (ParleyPdfNumbers *self,
                                 const ParleyType *type,
                                 ParleyTypeStyle   style,
                                 const char       *text);

double parley_pdf_numbers_width (const ParleyPdfNumbers *self);

/* Adds @text to @cells, in a column that ends at @right. */
void parley_pdf_numbers_set (const ParleyPdfNumbers *self,
                             GArray                 *cells,
                             const ParleyType       *type,
                             ParleyTypeStyle         style,
                             const char             *text,
                             double                  right);

/* Where the columns of a table stand. */
typedef struct
{
  guint             n_columns;
  double            gap;     /* between two */
  double           *widths;
  double           *least;   /* with which every word and number has room */
  double           *most;    /* with which no cell wraps */
  ParleyPdfNumbers *numbers; /* of columns of numbers */
} ParleyPdfColumns;

/* Columns that make the table as short as can be, about, and are at most @measure in all where the
 * words allow. */
ParleyPdfColumns *parley_pdf_columns_new  (const ParleyType  *type,
                                          const ParleyTable *table,
                                          double gap,
                                          double measure);
void              parley_pdf_columns_free (ParleyPdfColumns *self);

double parley_pdf_columns_total (const ParleyPdfColumns *self);
double parley_pdf_columns_span  (const ParleyPdfColumns *self, guint first, guint n_columns);
double parley_pdf_columns_start (const ParleyPdfColumns *self, guint column);

/* Makes the widest narrower, so that all take @measure, and words and numbers of theirs are broken.
 */
void parley_pdf_columns_squeeze (ParleyPdfColumns *self, double measure);

/* Columns with some room to share. */
typedef struct
{
  guint         n_columns;
  guint         n_rows;
  const double
      *needs; /* how wide each cell is in one line, column by column; 0 of what does not wrap */
  const double *most;
  const double *least;
  double       *widths; /* at least those, to begin with */
} ParleyPdfShares;

/* Shares @room out so that the table gets as short as it can, about. */
void parley_pdf_share_out (const ParleyPdfShares *self, double room);

/* @table, of at least two columns, in parts that stand one below the other, each with the first
 * column. Returns: (transfer full) (element-type ParleyTable): one where there is no narrower part.
 */
GPtrArray *parley_pdf_panels (const ParleyTable      *table,
                              const ParleyPdfColumns *columns,
                              double                  measure);

ParleyTypeStyle parley_pdf_row_style (const ParleyRow *row);

/* A box in its place on a sheet. */
typedef struct
{
  const ParleyBox *box;
  double           y;
} ParleyPlaced;

/* Puts the boxes on new sheets at the end of @sheets (of GArray of ParleyPlaced). */
void parley_pdf_place (const ParleyFlow *flow, GPtrArray *sheets);

void parley_pdf_draw (cairo_t *cr,
                      const ParleyDocument *document,
                      const ParleyType *type,
                      GPtrArray *sheets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyFlow, parley_flow_free)
