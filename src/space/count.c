/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/count.h"

#include "space/tally.h"

static void
tally_init (ParleyTally *self, guint n_parties)
{
  self->n_parties = n_parties;
  mpz_inits (self->feasible, self->all, NULL);
  self->by_party = g_new (mpz_t, n_parties);
  for (guint p = 0; p < n_parties; p++)
    mpz_init (self->by_party[p]);
}

static void
tally_clear (ParleyTally *self)
{
  mpz_clears (self->feasible, self->all, NULL);
  for (guint p = 0; p < self->n_parties; p++)
    mpz_clear (self->by_party[p]);
  g_free (self->by_party);
}

static ParleyCounts *
counts_alloc (const ParleySpace *space, guint n_parties, gboolean by_option)
{
  ParleyCounts *self = g_new0 (ParleyCounts, 1);

  self->n_axes = space->domain->n_axes;
  tally_init (&self->total, n_parties);
  self->n_options = g_new (guint, self->n_axes);
  for (guint a = 0; a < self->n_axes; a++)
    self->n_options[a] = space->domain->axes[a].n_options;
  if (!by_option)
    return self;
  self->by_option = g_new (ParleyTally *, self->n_axes);
  for (guint a = 0; a < self->n_axes; a++)
    {
      self->by_option[a] = g_new (ParleyTally, self->n_options[a]);
      for (guint o = 0; o < self->n_options[a]; o++)
        tally_init (&self->by_option[a][o], n_parties);
    }
  return self;
}

void
parley_counts_free (ParleyCounts *self)
{
  if (self == NULL)
    return;
  for (guint a = 0; self->by_option != NULL && a < self->n_axes; a++)
    {
      for (guint o = 0; o < self->n_options[a]; o++)
        tally_clear (&self->by_option[a][o]);
      g_free (self->by_option[a]);
    }
  g_free (self->by_option);
  g_free (self->n_options);
  tally_clear (&self->total);
  g_free (self);
}

/* Which number of a tally a view counts. */
typedef struct
{
  enum
  {
    FEASIBLE,
    PARTY,
    ALL
  } kind;
  guint slot; /* PARTY */
} Figure;

static mpz_ptr
figure_of (ParleyTally *tally, Figure figure)
{
  switch (figure.kind)
    {
    case FEASIBLE:
      return tally->feasible;
    case PARTY:
      return tally->by_party[figure.slot];
    case ALL:
    default:
      return tally->all;
    }
}

/* Numbers for each option, where they are wanted. */
static mpz_t **
options_new (const ParleyCounts *self)
{
  mpz_t **by_option = g_new (mpz_t *, self->n_axes);

  for (guint a = 0; a < self->n_axes; a++)
    {
      by_option[a] = g_new (mpz_t, self->n_options[a]);
      for (guint o = 0; o < self->n_options[a]; o++)
        mpz_init (by_option[a][o]);
    }
  return by_option;
}

/* Adds them to @self and frees them. */
static void
take_options (ParleyCounts *self, mpz_t **by_option, Figure figure)
{
  for (guint a = 0; a < self->n_axes; a++)
    {
      for (guint o = 0; o < self->n_options[a]; o++)
        {
          mpz_ptr sum = figure_of (&self->by_option[a][o], figure);

          mpz_add (sum, sum, by_option[a][o]);
          mpz_clear (by_option[a][o]);
        }
      g_free (by_option[a]);
    }
  g_free (by_option);
}

/* Takes @view. */
static gboolean
add_view (ParleyCounts *self, ParleyView *view, Figure figure, gboolean in_detail, GError **error)
{
  mpz_t **by_option = in_detail ? options_new (self) : NULL;
  mpz_ptr sum = figure_of (&self->total, figure);
  gboolean counted = FALSE;
  mpz_t part;

  mpz_init (part);
  counted = parley_tally (view, part, by_option, error);
  mpz_add (sum, sum, part);
  if (by_option != NULL)
    take_options (self, by_option, figure);
  parley_view_free (view);
  mpz_clear (part);
  return counted;
}

static gboolean
count_all (ParleyCounts *self, const ParleyAcceptance *acceptance, GError **error)
{
  guint n_groups = parley_acceptance_n_groups (acceptance, error);

  for (guint g = 0; g < n_groups; g++)
    if (!add_view (self, parley_acceptance_view (acceptance, g, NULL, 0), (Figure){ ALL, 0 },
                   self->by_option != NULL, error))
      return FALSE;
  return n_groups > 0;
}

ParleyCounts *
parley_count (const ParleyAcceptance *acceptance, ParleyDetail detail, GError **error)
{
  gboolean everyone = detail == PARLEY_COUNT_EVERYONE_BY_OPTION;
  g_autoptr(ParleyCounts) self
      = counts_alloc (acceptance->space, acceptance->utilities->len, detail != PARLEY_COUNT_TOTALS);

  if (!add_view (self, parley_acceptance_view_of_all (acceptance), (Figure){ FEASIBLE, 0 },
                 everyone, error))
    return NULL;
  for (guint s = 0; s < acceptance->utilities->len; s++)
    if (!add_view (self, parley_acceptance_view_of_party (acceptance, s), (Figure){ PARTY, s },
                   everyone, error))
      return NULL;
  return count_all (self, acceptance, error) ? g_steal_pointer (&self) : NULL;
}
