/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_part.h"

#include "report/chart_layout.h"
#include "report/svg.h"
#include "report/text.h"

/* What page.css makes of paper, in points: A4 without its margins. */
#define MEASURE 504
#define DEPTH 745
#define CHART_WIDTH 0.6 /* of the measure, on pages that are to fit */

/* Sizes of type in points. */
#define LARGEST 8.5
#define SMALLEST 6.0
#define STEP 0.25

/* What a letter and a line take, as parts of the size; browsers have fonts of their own. */
#define LETTER 0.52
#define LINE 1.42

static double
measure_charts (const ParleyDocument *document, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    {
      const ParleyBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind == PARLEY_BLOCK_CHART)
        {
          g_autoptr(ParleyPicture) picture
              = parley_chart_lay_out (block->chart, PARLEY_CHART_WIDTH);

          height += picture->height * CHART_WIDTH * MEASURE / PARLEY_CHART_WIDTH;
        }
    }
  return height;
}

static guint
count_lines (const ParleyDocument *part, double size)
{
  g_autofree char *text = parley_document_to_text (part, (guint) (MEASURE / (LETTER * size)));
  guint n_lines = 0;

  for (const char *p = text; *p != '\0'; p++)
    n_lines += *p == '\n' ? 1 : 0;
  return n_lines;
}

/* Plain text says how many lines it is about, in letters that are all as wide. */
double
parley_html_fit (const ParleyDocument *document, guint first, guint end)
{
  double charts = measure_charts (document, first, end);
  ParleyDocument part = { .blocks = g_ptr_array_new () };
  double size = LARGEST;

  for (guint i = first; i < end; i++)
    g_ptr_array_add (part.blocks, g_ptr_array_index (document->blocks, i));
  while (size > SMALLEST && charts + count_lines (&part, size) * LINE * size > DEPTH)
    size -= STEP;
  g_ptr_array_unref (part.blocks);
  return size;
}
