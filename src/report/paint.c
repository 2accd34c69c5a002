/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/paint.h"

#include "base/module.h"
#include "report/docx.h"
#include "report/language.h"
#include "report/painter.h"
#include "report/pdf.h"

/* Returns: (transfer none): the painter, in the language of this thread; NULL with PARLEY_ERROR_IO.
 */
static const ParleyPainter *
call_painter (GError **error)
{
  const ParleyPainter *painter = parley_module_open ("painter", "draws pictures and pages", error);

  return painter != NULL && painter->use_language (parley_language_get (), error) ? painter : NULL;
}

gboolean
parley_paint_has_font (GError **error)
{
  const ParleyPainter *painter = call_painter (error);

  return painter != NULL && painter->has_font (error);
}

gunichar
parley_paint_missing (const char *text)
{
  const ParleyPainter *painter = call_painter (NULL);

  return painter == NULL ? 0 : painter->find_missing (text);
}

const char *
parley_chart_find_missing (const ParleyChart *chart, gunichar *missing)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  g_ptr_array_add (texts, chart->title);
  g_ptr_array_add (texts, chart->x.title);
  g_ptr_array_add (texts, chart->y.title);
  g_ptr_array_extend (texts, chart->x.categories, NULL, NULL);
  g_ptr_array_extend (texts, chart->y.categories, NULL, NULL);
  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      g_ptr_array_add (texts, series->name);
      for (guint d = 0; d < series->data->len; d++)
        g_ptr_array_add (texts, parley_series_get (series, d)->label);
    }
  for (guint t = 0; t < texts->len; t++)
    {
      const char *text = g_ptr_array_index (texts, t);

      *missing = text == NULL ? 0 : parley_paint_missing (text);
      if (*missing != 0)
        return text;
    }
  return NULL;
}

gboolean
parley_chart_to_png (const ParleyChart *chart,
                     double             width,
                     double             scale,
                     GString           *out,
                     GError           **error)
{
  const ParleyPainter *painter = call_painter (error);

  return painter != NULL && painter->chart_to_png (chart, width, scale, out, error);
}

gboolean
parley_chart_to_pdf (const ParleyChart *chart, double width, GString *out, GError **error)
{
  const ParleyPainter *painter = call_painter (error);

  return painter != NULL && painter->chart_to_pdf (chart, width, out, error);
}

gboolean
parley_document_to_pdf (const ParleyDocument *self, GString *out, GError **error)
{
  const ParleyPainter *painter = call_painter (error);

  return painter != NULL && painter->document_to_pdf (self, out, error);
}

char *
parley_document_to_pandoc (const ParleyDocument *self,
                           guint                 first,
                           GPtrArray            *pictures,
                           GError              **error)
{
  const ParleyPainter *painter = call_painter (error);

  return painter == NULL ? NULL : painter->document_to_pandoc (self, first, pictures, error);
}
