/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf.h"

#include "report/pdf_part.h"

#include <cairo-pdf.h>

#include "base/error.h"
#include "report/paint_cairo.h"

/* The sizes of the body that are tried for pages that are to fit. */
#define LARGEST 9.5
#define SMALLEST 6.5
#define STEP 0.25

/* The least air that there is on these. */
#define THIN 0.5

typedef struct
{
  const ParleyDocument *document;
  ParleyType type;
  GPtrArray *flows;  /* of ParleyFlow, which the sheets show */
  GPtrArray *sheets; /* of GArray of ParleyPlaced */
} Press;

static cairo_status_t
append (void *out, const unsigned char *data, unsigned length)
{
  g_string_append_len (out, (const char *) data, (gssize) length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const ParleyImprint *imprint)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (imprint->time);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  const char *day = text != NULL ? text : "1970-01-01T00:00:00Z";

  if (imprint->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, imprint->title);
  if (imprint->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, imprint->author);
  if (imprint->foot != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, imprint->foot);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Parley");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, day);
}

static ParleyFlow *
lay_out (const Press *press, guint first, guint end, double body, double air)
{
  ParleyType type = press->type;
  ParleyFlow *flow = NULL;

  type.body = body;
  type.air = air;
  flow = parley_flow_new (&type);
  parley_flow_add_blocks (flow, press->document, first, end);
  return flow;
}

/* Returns: (nullable): NULL when the blocks do not fit a sheet. */
static ParleyFlow *
try_size (const Press *press, guint first, guint end, double body, double air)
{
  g_autoptr(ParleyFlow) flow = lay_out (press, first, end, body, air);

  return parley_flow_height (flow) <= PARLEY_PDF_DEPTH ? g_steal_pointer (&flow) : NULL;
}

/* The largest type that fits between two sizes, by halves; @best: what the smaller comes to. */
static ParleyFlow *
narrow_down (const Press *press, guint first, guint end, ParleyFlow *best)
{
  guint fitting = (guint) ((LARGEST - SMALLEST) / STEP); /* steps below the largest */
  guint failing = 0;

  while (fitting - failing > 1)
    {
      guint middle = (fitting + failing) / 2;
      ParleyFlow *flow = try_size (press, first, end, LARGEST - middle * STEP, 1);

      if (flow == NULL)
        failing = middle;
      else
        {
          parley_flow_free (best);
          best = flow;
          fitting = middle;
        }
    }
  return best;
}

/* The largest type in which the blocks fit a sheet, with less air if need be; as on pages that flow
 * where not even that will do. */
static ParleyFlow *
lay_out_fitting (const Press *press, guint first, guint end)
{
  ParleyFlow *flow = try_size (press, first, end, LARGEST, 1);

  if (flow != NULL)
    return flow;
  flow = try_size (press, first, end, SMALLEST, 1);
  if (flow != NULL)
    return narrow_down (press, first, end, flow);
  flow = try_size (press, first, end, SMALLEST, THIN);
  return flow != NULL ? flow : lay_out (press, first, end, PARLEY_PDF_USUAL, 1);
}

/* The first box carries the name of its page. */
static void
name_page (ParleyFlow *flow, const char *name)
{
  if (flow->boxes->len == 0)
    g_ptr_array_add (flow->boxes, parley_box_new (0, 0));
  ((ParleyBox *) g_ptr_array_index (flow->boxes, 0))->page = name;
}

/* Sets one page of the document, from @first to @end, and @page says how (NULL: nothing does). */
static void
set_page (Press *press, const ParleyBlock *page, guint first, guint end)
{
  ParleyFlow *flow = page != NULL && page->page == PARLEY_PAGE_FITS
                         ? lay_out_fitting (press, first, end)
                         : lay_out (press, first, end, PARLEY_PDF_USUAL, 1);

  if (page != NULL && *page->text != '\0')
    name_page (flow, page->text);
  g_ptr_array_add (press->flows, flow);
  parley_pdf_place (flow, press->sheets);
}

static void
set_pages (Press *press)
{
  GPtrArray *blocks = press->document->blocks;
  const ParleyBlock *page = NULL;
  guint first = 0;

  for (guint i = 0; i <= blocks->len; i++)
    {
      const ParleyBlock *block = i < blocks->len ? g_ptr_array_index (blocks, i) : NULL;

      if (block != NULL && block->kind != PARLEY_BLOCK_PAGE)
        continue;
      if (page != NULL || i > first || block == NULL)
        set_page (press, page, first, i);
      page = block;
      first = i + 1;
    }
}

static void
print (cairo_t *cr, const ParleyDocument *document)
{
  PangoContext *context = parley_type_context_new (&document->imprint);
  g_autoptr(GPtrArray) flows = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_flow_free);
  g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Press press = { document, { context, PARLEY_PDF_USUAL, 1, 1 }, flows, sheets };

  set_pages (&press);
  parley_pdf_draw (cr, document, &press.type, sheets);
  g_object_unref (context);
}

gboolean
parley_painter_document_to_pdf (const ParleyDocument *self, GString *out, GError **error)
{
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;
  gsize before = out->len;
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  if (!parley_painter_has_font (error))
    return FALSE;
  surface = cairo_pdf_surface_create_for_stream (append, out, PARLEY_PDF_WIDTH, PARLEY_PDF_HEIGHT);
  cr = cairo_create (surface);
  set_metadata (surface, &self->imprint);
  print (cr, self);
  cairo_surface_finish (surface);
  status = cairo_status (cr) != CAIRO_STATUS_SUCCESS ? cairo_status (cr)
                                                     : cairo_surface_status (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_string_truncate (out, before);
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_MEMORY, "cannot make the PDF: %s",
               cairo_status_to_string (status));
  return FALSE;
}
