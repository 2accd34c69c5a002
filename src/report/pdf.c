/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf.h"

#include <cairo-pdf.h>

#include "base/error.h"
#include "report/paint.h"
#include "report/pdf_part.h"

/* The sizes of the body that are tried for pages that are to fit. */
#define LARGEST 9.5
#define SMALLEST 6.5
#define STEP 0.25

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
lay_out (const Press *press, guint first, guint end, double body)
{
  ParleyType type = press->type;
  ParleyFlow *flow = NULL;

  type.body = body;
  flow = parley_flow_new (&type);
  parley_flow_add_blocks (flow, press->document, first, end);
  return flow;
}

static gboolean
fits (const ParleyFlow *flow)
{
  return parley_flow_height (flow) <= PARLEY_PDF_DEPTH;
}

/* The largest type in which the blocks fit a sheet, looked for by halves; the usual one where not
 * even the smallest will do. */
static ParleyFlow *
lay_out_fitting (const Press *press, guint first, guint end)
{
  guint fitting = 0; /* steps below the largest: the least that are known to do */
  guint too_few = 0;
  ParleyFlow *best = lay_out (press, first, end, LARGEST);

  if (fits (best))
    return best;
  parley_flow_free (best);
  best = lay_out (press, first, end, SMALLEST);
  if (!fits (best))
    {
      parley_flow_free (best);
      return lay_out (press, first, end, PARLEY_PDF_USUAL);
    }
  for (fitting = (guint) ((LARGEST - SMALLEST) / STEP); fitting - too_few > 1;)
    {
      guint middle = (fitting + too_few) / 2;
      ParleyFlow *flow = lay_out (press, first, end, LARGEST - middle * STEP);
      gboolean does = fits (flow);

      fitting = does ? middle : fitting;
      too_few = does ? too_few : middle;
      parley_flow_free (does ? best : flow);
      best = does ? flow : best;
    }
  return best;
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
                         : lay_out (press, first, end, PARLEY_PDF_USUAL);

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
  Press press = { document, { context, PARLEY_PDF_USUAL, 1 }, flows, sheets };

  set_pages (&press);
  parley_pdf_draw (cr, document, &press.type, sheets);
  g_object_unref (context);
}

gboolean
parley_document_to_pdf (const ParleyDocument *self, GString *out, GError **error)
{
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;
  gsize before = out->len;
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  if (!parley_paint_has_font (error))
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
