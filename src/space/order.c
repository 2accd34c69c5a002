/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/order.h"

#include <math.h>

/* Estimates carry errors of some 2e-16 of their size for each party, of which there are
 * at most 60; closer than this the exact comparison decides. */
#define CLEARLY 3e-14L

/* A party's surplus counts as (score - reservation) * unit. */
typedef struct
{
  guint        slot;
  guint        place; /* among the slots that the order was made for */
  ParleyScore  reservation;
  mpq_t        unit;
  long double  estimate; /* of the unit */
} Member;

struct _ParleyOrder
{
  ParleyOrderKind kind;
  guint           n_members;
  Member         *members;
};

static void
set_unit (Member *member, mpz_srcptr denominator)
{
  mpq_set_ui (member->unit, 1, 1);
  mpz_set (mpq_denref (member->unit), denominator);
  member->estimate = (long double) parley_exact_to_double (member->unit);
}

ParleyOrder *
parley_order_new (ParleyOrderKind kind, GPtrArray *utilities, const guint *slots, guint n_slots)
{
  ParleyOrder *self = g_new0 (ParleyOrder, 1);

  self->kind = kind;
  self->n_members = kind == PARLEY_ORDER_PARTY ? 1 : n_slots;
  self->members = g_new0 (Member, self->n_members);
  for (guint i = 0; i < self->n_members; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, slots[i]);

      self->members[i].slot = slots[i];
      self->members[i].place = i;
      self->members[i].reservation = utility->has_reservation ? utility->reservation : 0;
      mpq_init (self->members[i].unit);
      set_unit (&self->members[i], utility->denominator);
    }
  return self;
}

ParleyOrderKind
parley_order_kind (const ParleyOrder *self)
{
  return self->kind;
}

guint
parley_order_slot (const ParleyOrder *self)
{
  return self->members[0].slot;
}

/* Counts the surpluses of each member in shares of @range, in the points of its unit; a
 * member without leaves. Returns: TRUE when it stays. */
static gboolean
measure_in (Member *member, mpq_srcptr range)
{
  if (mpq_sgn (range) <= 0)
    {
      mpq_clear (member->unit);
      return FALSE;
    }
  mpq_div (member->unit, member->unit, range);
  member->estimate = (long double) parley_exact_to_double (member->unit);
  return TRUE;
}

static void
set_points (const Member *member, ParleyScore surplus, mpq_ptr points)
{
  mpq_set_ui (points, 0, 1);
  parley_score_to_integer (surplus, mpq_numref (points));
  mpq_mul (points, points, member->unit);
}

void
parley_order_set_ideal (ParleyOrder *self, const ParleyScore *ideal)
{
  guint kept = 0;
  mpq_t range;

  mpq_init (range);
  for (guint i = 0; i < self->n_members; i++)
    {
      Member *member = &self->members[i];

      set_points (member, ideal[member->slot] - member->reservation, range);
      if (measure_in (member, range))
        self->members[kept++] = *member;
    }
  self->n_members = kept;
  mpq_clear (range);
}

void
parley_order_set_ideal_points (ParleyOrder *self, mpq_t *ideal)
{
  guint kept = 0;
  mpq_t range;

  mpq_init (range);
  for (guint i = 0; i < self->n_members; i++)
    {
      Member *member = &self->members[i];

      set_points (member, member->reservation, range);
      mpq_sub (range, ideal[member->slot], range);
      if (measure_in (member, range))
        self->members[kept++] = *member;
    }
  self->n_members = kept;
  mpq_clear (range);
}

ParleyOrder *
parley_order_new_compact (const ParleyOrder *order)
{
  ParleyOrder *self = g_memdup2 (order, sizeof *order);

  self->members = g_memdup2 (order->members, order->n_members * sizeof *order->members);
  for (guint i = 0; i < self->n_members; i++)
    {
      self->members[i].slot = self->members[i].place;
      mpq_init (self->members[i].unit);
      mpq_set (self->members[i].unit, order->members[i].unit);
    }
  return self;
}

void
parley_order_free (ParleyOrder *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_members; i++)
    mpq_clear (self->members[i].unit);
  g_free (self->members);
  g_free (self);
}

static ParleyScore
surplus_of (const Member *member, const ParleyScore *scores)
{
  return scores[member->slot] - member->reservation;
}

/* As much of it as a double holds: valgrind makes nothing of 128 bits as a long double. */
static double
in_double (ParleyScore steps)
{
  return (double) steps;
}

/* What a deal is worth, and the size of the numbers that this was made from: where losses
 * cancel gains, errors are far larger than the sum. */
typedef struct
{
  long double worth;
  long double size;
} Estimate;

/* Never larger for the worse of two deals, but for rounding. */
static Estimate
estimate (const ParleyOrder *self, const ParleyScore *scores)
{
  long double sum = 0, size = 0, product = 1, least = INFINITY;
  guint n_zero = 0;

  for (guint i = 0; i < self->n_members; i++)
    {
      ParleyScore steps = surplus_of (&self->members[i], scores);
      long double surplus = in_double (steps) * self->members[i].estimate;

      sum += surplus;
      size += fabsl (surplus);
      least = fminl (least, surplus);
      product *= steps > 0 ? surplus : 1;
      n_zero += steps <= 0;
    }
  switch (self->kind)
    {
    case PARLEY_ORDER_NASH:
      return n_zero == 0 ? (Estimate){ product, product }
                         : (Estimate){ -(long double) n_zero, n_zero };
    case PARLEY_ORDER_KALAI_SMORODINSKY:
    case PARLEY_ORDER_EGALITARIAN:
      return (Estimate){ least, fabsl (least) };
    case PARLEY_ORDER_UTILITARIAN:
    case PARLEY_ORDER_PARTY:
      return (Estimate){ sum, size };
    default:
      g_assert_not_reached ();
    }
}

mpq_t *
parley_order_exact (const ParleyOrder *self, const ParleyScore *scores)
{
  mpq_t *surpluses = parley_exact_array_new (self->n_members);

  for (guint i = 0; i < self->n_members; i++)
    set_points (&self->members[i], surplus_of (&self->members[i], scores), surpluses[i]);
  return surpluses;
}

int
parley_order_compare (const ParleyOrder *self, const ParleyScore *a, const ParleyScore *b)
{
  Estimate x = estimate (self, a);
  Estimate y = estimate (self, b);
  mpq_t *left = NULL;
  mpq_t *right = NULL;
  int order = 0;

  if (fabsl (x.worth - y.worth) > CLEARLY * fmaxl (x.size, y.size))
    return x.worth > y.worth ? 1 : -1;

  left = parley_order_exact (self, a);
  right = parley_order_exact (self, b);
  order = parley_surpluses_compare (self->kind, left, right, self->n_members);
  parley_surpluses_free (left, self->n_members);
  parley_surpluses_free (right, self->n_members);
  return order;
}

guint
parley_order_n_slots (const ParleyOrder *self)
{
  return self->n_members;
}

void
parley_order_surpluses (const ParleyOrder *self, const ParleyScore *scores, double *surpluses)
{
  for (guint i = 0; i < self->n_members; i++)
    surpluses[i]
        = (double) (in_double (surplus_of (&self->members[i], scores)) * self->members[i].estimate);
}
