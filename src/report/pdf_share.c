/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf_part.h"

#include <math.h>

/* In as many steps is shared out what there is. */
#define STEPS 60

/* Lines do not break where it would be best. */
#define WASTE 1.08

/* In the end, columns give each other as much, in points, as long as that helps. */
static const double gifts[] = { 24, 12, 6, 3 };

#define MOST_ROUNDS 40

static double
need_of (const ParleyPdfShares *self, guint column, guint row)
{
  return self->needs[column * self->n_rows + row];
}

/* How much it helps a column to be @step wider: many lines in one cell count for more than one line
 * in many. */
static double
gain (const ParleyPdfShares *self, guint column, double step)
{
  double width = self->widths[column];
  double gained = 0;

  if (width >= self->most[column])
    return 0;
  for (guint row = 0; row < self->n_rows; row++)
    {
      double need = WASTE * need_of (self, column, row);
      double before = fmax (1, need / width);
      double after = fmax (1, need / (width + step));

      gained += before * before * before - after * after * after;
    }
  return gained;
}

/* The column that is best widened, the number of columns when it helps none. */
static guint
find_best (const ParleyPdfShares *self, double step)
{
  guint best = self->n_columns;
  double most = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      double is = gain (self, column, step);

      if (is > most)
        {
          best = column;
          most = is;
        }
    }
  return best;
}

/* Brings all columns nearer to what they would have at most. */
static void
spread (const ParleyPdfShares *self, double room)
{
  double wanted = 0;

  for (guint i = 0; i < self->n_columns; i++)
    wanted += fmax (self->most[i] - self->widths[i], 0);
  for (guint i = 0; i < self->n_columns && wanted > 0; i++)
    self->widths[i] += fmax (self->most[i] - self->widths[i], 0) * fmin (room / wanted, 1);
}

static double
lines_of (const ParleyPdfShares *self, guint column, guint row)
{
  double need = need_of (self, column, row);
  double width = self->widths[column];

  return need <= width ? 1 : fmax (ceil (WASTE * need / width), 2);
}

/* The lines of all rows; those of other than the highest cells count a little. */
static double
count_lines (const ParleyPdfShares *self)
{
  double count = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      double most = 0;
      double all = 0;

      for (guint column = 0; column < self->n_columns; column++)
        {
          double lines = lines_of (self, column, row);

          most = fmax (most, lines);
          all += lines;
        }
      count += most + all / 100;
    }
  return count;
}

/* Lets @from give @to as much as helps most. Returns: whether anything does. */
static gboolean
give (const ParleyPdfShares *self, guint from, guint to, double *lines)
{
  for (guint i = 0; i < G_N_ELEMENTS (gifts); i++)
    {
      double gift = fmin (gifts[i], self->most[to] - self->widths[to]);
      double is = 0;

      if (gift <= 0 || self->widths[from] - gift < self->least[from])
        continue;
      self->widths[from] -= gift;
      self->widths[to] += gift;
      is = count_lines (self);
      if (is < *lines)
        {
          *lines = is;
          return TRUE;
        }
      self->widths[from] += gift;
      self->widths[to] -= gift;
    }
  return FALSE;
}

static void
improve (const ParleyPdfShares *self)
{
  double lines = count_lines (self);
  gboolean helps = TRUE;

  for (guint round = 0; round < MOST_ROUNDS && helps; round++)
    {
      helps = FALSE;
      for (guint from = 0; from < self->n_columns; from++)
        for (guint to = 0; to < self->n_columns; to++)
          if (from != to)
            helps |= give (self, from, to, &lines);
    }
}

void
parley_pdf_share_out (const ParleyPdfShares *self, double room)
{
  double step = room / STEPS;

  while (room > step / 2)
    {
      guint best = find_best (self, step);
      double part = 0;

      if (best == self->n_columns)
        break;
      part = fmin (fmin (step, room), self->most[best] - self->widths[best]);
      self->widths[best] += part;
      room -= part;
    }
  spread (self, room);
  improve (self);
}
