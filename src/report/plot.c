/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot_part.h"
#include "report/words.h"

ParleyInk
parley_plot_ink (guint party)
{
  return party < 4 ? PARLEY_INK_FIRST + party : PARLEY_INK_MUTED;
}

char *
parley_plot_count (guint64 count)
{
  char *text = NULL;
  mpz_t number;

  mpz_init_set_ui (number, count);
  text = parley_words_count (number);
  mpz_clear (number);
  return text;
}

const char *
parley_plot_party (const ParleyScenario *scenario, guint party)
{
  return parley_scenario_party (scenario, party)->title;
}

void
parley_plot_say (GString *text, const char *format, ...)
{
  va_list arguments;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

void
parley_plot_describe (ParleyChart *chart, GString *text)
{
  parley_chart_describe (chart, "%s", text->str);
  g_string_free (text, TRUE);
}
