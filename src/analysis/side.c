/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/side.h"

#include "analysis/shape.h"
#include "analysis/statement.h"
#include "model/curve.h"
#include "space/utility.h"

/* Less than doubles can tell for sure is not missing. */
#define CLOSE 1e-9

typedef struct
{
  guint        issue;
  double       share;
  ParleyShape *shape;
} Part;

typedef struct
{
  ParleyStatement *when;
  double           points;
} Extra;

struct _ParleySide
{
  double           settled; /* what its choices are worth */
  GArray          *parts;   /* of Part: its numbers */
  GArray          *extras;  /* of Extra: its adjustments */
  GPtrArray       *never;   /* of ParleyStatement: its red lines */
  gboolean         decides;
  ParleyStatement *needed_when; /* NULL: always */
  gboolean         has_reservation;
  double           reservation;
};

static void
part_clear (gpointer data)
{
  parley_shape_free (((Part *) data)->shape);
}

static void
extra_clear (gpointer data)
{
  parley_statement_free (((Extra *) data)->when);
}

static ParleySide *
side_alloc (void)
{
  ParleySide *self = g_new0 (ParleySide, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
  self->extras = g_array_new (FALSE, FALSE, sizeof (Extra));
  g_array_set_clear_func (self->extras, extra_clear);
  self->never = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_statement_free);
  return self;
}

static void
take_weights (ParleySide *self, const ParleyParty *party, const guint *choices)
{
  mpq_t share;

  mpq_init (share);
  for (guint i = 0; i < party->n_issues; i++)
    {
      const ParleyValueFunction *function = party->values[i];
      Part part = { .issue = i };

      if (party->weights[i] == NULL || function == NULL)
        continue;
      parley_weight_share (party, i, NULL, share);
      part.share = parley_exact_to_double (share);
      if (function->kind == PARLEY_VALUE_TABLE)
        self->settled
            += part.share
               * parley_exact_to_double (parley_value_of_option (function, choices[i], NULL));
      else
        {
          part.shape = parley_shape_new (function);
          g_array_append_val (self->parts, part);
        }
    }
  mpq_clear (share);
}

ParleySide *
parley_side_new (const ParleyParty *party, const char *date, const guint *choices)
{
  ParleySide *self = side_alloc ();
  const ParleyNumber *reservation = parley_party_reservation_at (party, date);

  take_weights (self, party, choices);
  for (guint i = 0; i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);
      Extra extra = { parley_statement_new (adjustment->when, choices),
                      parley_exact_to_double (adjustment->points->value) };

      g_array_append_val (self->extras, extra);
    }
  for (guint i = 0; i < party->red_lines->len; i++)
    {
      const ParleyRedLine *line = g_ptr_array_index (party->red_lines, i);

      g_ptr_array_add (self->never, parley_statement_new (line->never, choices));
    }
  self->decides = parley_party_decides (party);
  if (party->needed_when != NULL)
    self->needed_when = parley_statement_new (party->needed_when, choices);
  self->has_reservation = reservation != NULL;
  if (self->has_reservation)
    self->reservation = parley_exact_to_double (reservation->value);
  return self;
}

void
parley_side_free (ParleySide *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_array_unref (self->extras);
  g_ptr_array_unref (self->never);
  parley_statement_free (self->needed_when);
  g_free (self);
}

double
parley_side_score (const ParleySide *self, const double *numbers)
{
  double score = self->settled;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      score += part->share * parley_shape_value (part->shape, numbers[part->issue]);
    }
  for (guint i = 0; i < self->extras->len; i++)
    {
      const Extra *extra = &g_array_index (self->extras, Extra, i);

      score += parley_statement_holds (extra->when, numbers) ? extra->points : 0;
    }
  return score;
}

double
parley_side_surplus (const ParleySide *self, double score)
{
  return score - self->reservation;
}

double
parley_side_breach (const ParleySide *self, const double *numbers, double score)
{
  double breach = 0;

  if (!self->decides
      || (self->needed_when != NULL && !parley_statement_holds (self->needed_when, numbers)))
    return 0;
  for (guint i = 0; i < self->never->len; i++)
    breach += parley_statement_holds (g_ptr_array_index (self->never, i), numbers);
  if (self->has_reservation && score < self->reservation - CLOSE)
    breach += (self->reservation - score) / 100;
  return breach;
}
