/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scenario/import_part.h"

/* Sums of decimals that were written with 16 digits miss 1 by less than one of these. */
#define PARTS_OF_1 1000000000ul

/* Digits behind the point of a score in a message. */
#define MAX_PLACES 6

/* Where the numbers of the party come from; its id is that of the source. */
static void
cite (ParleyScenario *scenario, ParleyParty *party, const ParleyText *file, const char *program)
{
  ParleySource *source = parley_source_new ();

  source->id = g_strdup (party->id);
  source->title = parley_import_file (file);
  source->note = g_strdup_printf ("The profile of %s that the numbers of this party were made of, "
                                  "as the note of the scenario says.",
                                  program);
  g_ptr_array_add (scenario->sources, source);
  party->sources = g_new0 (char *, 2);
  party->sources[0] = g_strdup (party->id);
}

ParleyParty *
parley_import_add_party (ParleyScenario   *scenario,
                         const char       *title,
                         const ParleyText *file,
                         const char       *program,
                         GHashTable       *taken)
{
  g_autofree char *id = parley_import_id (title, "party", taken, parley_reserved_parties);
  ParleyParty *party = parley_party_new (id, scenario->issues->len);

  party->title = g_strdup (title);
  party->role = PARLEY_ROLE_PARTY;
  party->normalize = FALSE;
  cite (scenario, party, file, program);
  g_ptr_array_add (scenario->parties, party);
  return party;
}

void
parley_import_weigh (ParleyParty *party, guint issue, mpq_srcptr weight)
{
  parley_number_free (party->weights[issue]);
  party->weights[issue] = parley_number_new (weight);
}

/* Between what a party's values lie: all that it says, or the whole scale. */
static void
find_ends (const ParleyValueFunction *function, mpq_ptr least, mpq_ptr most)
{
  const GPtrArray *numbers = function->table != NULL ? function->table : function->y;

  if (numbers == NULL)
    {
      mpq_set_ui (most, 100, 1);
      return;
    }
  for (guint i = 0; i < numbers->len; i++)
    {
      const ParleyNumber *number = g_ptr_array_index (numbers, i);

      parley_exact_widen (least, most, number->value, i == 0);
    }
}

static void
add_values (const ParleyParty *party, guint issue, mpq_ptr least, mpq_ptr most)
{
  const ParleyValueFunction *function = party->values[issue];
  mpq_t low, high;

  if (party->weights[issue] == NULL || function == NULL)
    return;
  mpq_inits (low, high, NULL);
  find_ends (function, low, high);
  mpq_mul (low, low, party->weights[issue]->value);
  mpq_mul (high, high, party->weights[issue]->value);
  mpq_add (least, least, low);
  mpq_add (most, most, high);
  mpq_clears (low, high, NULL);
}

gboolean
parley_import_varies (const ParleyParty *party)
{
  gboolean varies = party->adjustments->len > 0;
  mpq_t least, most;

  mpq_inits (least, most, NULL);
  for (guint i = 0; i < party->n_issues && !varies; i++)
    {
      mpq_set_ui (least, 0, 1);
      mpq_set_ui (most, 0, 1);
      add_values (party, i, least, most);
      varies = !mpq_equal (least, most);
    }
  mpq_clears (least, most, NULL);
  return varies;
}

void
parley_import_bounds (const ParleyParty *party, mpq_ptr least, mpq_ptr most)
{
  mpq_set_ui (least, 0, 1);
  mpq_set_ui (most, 0, 1);
  for (guint i = 0; i < party->n_issues; i++)
    add_values (party, i, least, most);
  for (guint i = 0; i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);
      mpq_ptr end = mpq_sgn (adjustment->points->value) < 0 ? least : most;

      mpq_add (end, end, adjustment->points->value);
    }
}

static gboolean
differs (mpq_srcptr a, gulong b)
{
  gboolean far = FALSE;
  mpq_t gap;

  mpq_init (gap);
  mpq_set_ui (gap, b, 1);
  mpq_sub (gap, a, gap);
  mpq_abs (gap, gap);
  far = mpq_cmp_ui (gap, 1, PARTS_OF_1) > 0;
  mpq_clear (gap);
  return far;
}

/* Exact when it is short. */
static char *
points_to_text (mpq_srcptr points)
{
  char *text = parley_exact_to_text (points, MAX_PLACES);

  if (strchr (text, '/') == NULL)
    return text;
  g_free (text);
  return parley_exact_format (points, MAX_PLACES);
}

static void
append_sum (GString *text, const ParleyParty *party)
{
  g_autofree char *written = NULL;
  mpq_t sum;

  mpq_init (sum);
  parley_party_sum_weights (party, sum);
  written = parley_exact_to_text (sum, 40);
  if (parley_party_is_weighted (party) && differs (sum, 1))
    g_string_append_printf (text, "the weights sum to %s, not to 1, and are used as written",
                            written);
  mpq_clear (sum);
}

static void
append_most (GString *text, const ParleyParty *party)
{
  g_autofree char *written = NULL;
  mpq_t least, most;

  mpq_inits (least, most, NULL);
  parley_import_bounds (party, least, most);
  written = points_to_text (most);
  if (mpq_cmp_ui (most, 100, 1) > 0 && differs (most, 100))
    g_string_append_printf (text, "%s%s %s, and are not cut to 100", text->len > 0 ? "; " : "",
                            party->adjustments->len > 0 ? "scores may reach" : "scores reach",
                            written);
  mpq_clears (least, most, NULL);
}

char *
parley_import_describe_sums (const ParleyParty *party)
{
  GString *text = g_string_new (NULL);

  append_sum (text, party);
  append_most (text, party);
  return g_string_free (text, FALSE);
}
