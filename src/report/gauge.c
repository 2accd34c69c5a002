/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/gauge.h"

#include <math.h>
#include <string.h>

#include "report/language.h"
#include "report/number.h"

/* Numbers of seven digits and more are divided, by thousands of thousands. */
#define LARGE 1e7

/* Beyond these, differences and steps would be infinite, or nothing. */
#define MOST 1e300
#define LEAST 1e-300

/* The largest power of ten that is not above @number, which is positive. Without logarithms, whose
 * last digits differ between machines. */
static double
power_below (double number)
{
  double power = 1;

  while (power * 10 <= number)
    power *= 10;
  while (power > number)
    power /= 10;
  return power;
}

static double
round_step (double rough)
{
  double power = power_below (rough);

  if (rough <= power)
    return power;
  if (rough <= 2 * power)
    return 2 * power;
  return rough <= 5 * power ? 5 * power : 10 * power;
}

static guint
count_thousands (double low, double high)
{
  double most = fmax (fabs (low), fabs (high));
  guint thousands = 0;

  if (most < LARGE)
    return 0;
  for (thousands = 2; most >= 1e9; thousands++)
    most /= 1000;
  return thousands;
}

ParleyGauge
parley_gauge (double low, double high, gboolean fixed, guint most_ticks)
{
  ParleyGauge self = { 0 };

  low = CLAMP (low, -MOST, MOST);
  high = CLAMP (high, -MOST, MOST);
  if (!(high - low > LEAST))
    {
      double room = fmax (1, fabs (low) / 10);

      low -= room;
      high += room;
    }
  self.step = round_step ((high - low) / MAX (most_ticks, 1));
  self.first = (fixed ? ceil (low / self.step - 1e-9) : floor (low / self.step + 1e-9)) * self.step;
  self.low = fixed ? low : self.first;
  self.high = fixed ? high : ceil (high / self.step - 1e-9) * self.step;
  self.n_ticks = (guint) floor ((self.high - self.first) / self.step + 1e-9) + 1;
  self.thousands = count_thousands (self.low, self.high);
  return self;
}

double
parley_gauge_at (const ParleyGauge *self, double value)
{
  return self->from + (value - self->low) / (self->high - self->low) * (self->to - self->from);
}

double
parley_gauge_tick (const ParleyGauge *self, guint tick)
{
  return self->first + tick * self->step;
}

static guint
decimals (double step)
{
  guint n = 0;

  for (; step < 1 - 1e-9 && n < 9; n++)
    step *= 10;
  return n;
}

/* Commas between thousands of what is before the decimal point. */
static char *
with_commas (const char *text)
{
  GString *out = g_string_new (text);
  gsize start = *text == '-' ? 1 : 0;
  gsize whole = strcspn (text, ".");

  for (gsize at = whole; at > start + 3; at -= 3)
    g_string_insert_c (out, (gssize) at - 3, ',');
  return parley_number_take (g_string_free (out, FALSE));
}

char *
parley_gauge_text (const ParleyGauge *self, guint tick)
{
  double value = parley_gauge_tick (self, tick);
  double step = self->step;
  char format[8];
  char text[400]; /* numbers have 309 digits at most */

  for (guint t = 0; t < self->thousands; t++)
    {
      value /= 1000;
      step /= 1000;
    }
  g_snprintf (format, sizeof format, "%%.%uf", decimals (step));
  g_ascii_formatd (text, sizeof text, format, fabs (value) < step / 2 ? 0 : value);
  return with_commas (text);
}

char *
parley_gauge_title (const ParleyGauge *self, const char *title)
{
  static const char *const names[] = { N_ ("millions"), N_ ("billions"), N_ ("trillions") };
  g_autofree char *name = NULL;

  if (self->thousands == 0)
    return g_strdup (title);
  name = self->thousands - 2 < G_N_ELEMENTS (names)
             ? g_strdup (_ (names[self->thousands - 2]))
             : g_strdup_printf ("10^%u", 3 * self->thousands);
  /* Translators: the title of a scale, and what its numbers are divided by */
  return title == NULL ? g_steal_pointer (&name) : g_strdup_printf (_ ("%s, in %s"), title, name);
}
