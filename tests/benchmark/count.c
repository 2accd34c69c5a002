/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Counting by halves against looking at every deal, on the same scenarios in the same run:
 * two parties, issues of ten options, values and weights drawn with a fixed seed. Both must
 * count the same.
 */

#include <gsl/gsl_errno.h>
#include <stdio.h>

#include "scenario/load.h"
#include "space/count.h"

#define N_OPTIONS 10
#define SEED 1950

#define N_PARTIES 2

/* What enumeration finds. */
typedef struct
{
  GPtrArray *utilities;
  guint      n_axes;
  guint64    n_accepted;
} Count;

static void
append_options (GString *json)
{
  for (guint o = 0; o < N_OPTIONS; o++)
    g_string_append_printf (json, "%s{\"id\":\"o%u\",\"title\":\"Option %u\"}", o == 0 ? "" : ",",
                            o, o);
}

static void
append_values (GString *json, GRand *random)
{
  for (guint o = 0; o < N_OPTIONS; o++)
    g_string_append_printf (json, "%s\"o%u\":%d", o == 0 ? "" : ",", o,
                            g_rand_int_range (random, 0, 101));
}

static void
append_party (GString *json, GRand *random, guint party, guint n_issues)
{
  g_string_append_printf (json,
                          "%s{\"id\":\"p%u\",\"title\":\"P\",\"reservation\":55,\"weights\":{",
                          party == 0 ? "" : ",", party);
  for (guint i = 0; i < n_issues; i++)
    g_string_append_printf (json, "%s\"i%u\":%d", i == 0 ? "" : ",", i,
                            g_rand_int_range (random, 1, 30));
  g_string_append (json, "},\"values\":{");
  for (guint i = 0; i < n_issues; i++)
    {
      g_string_append_printf (json, "%s\"i%u\":{", i == 0 ? "" : ",", i);
      append_values (json, random);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "}}");
}

static ParleyLoaded *
make_scenario (guint n_issues)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr(ParleyText) text = NULL;
  GString *json = g_string_new ("{\"format\":\"parley/1\",\"title\":\"T\",\"issues\":[");
  gsize length = 0;

  for (guint i = 0; i < n_issues; i++)
    {
      g_string_append_printf (json,
                              "%s{\"id\":\"i%u\",\"title\":\"I\",\"kind\":\"choice\",\"options\":[",
                              i == 0 ? "" : ",", i);
      append_options (json);
      g_string_append (json, "]}");
    }
  g_string_append (json, "],\"parties\":[");
  for (guint p = 0; p < N_PARTIES; p++)
    append_party (json, random, p, n_issues);
  g_string_append (json, "]}");

  length = json->len;
  text = parley_text_new_take ("benchmark", NULL, g_string_free (json, FALSE), length);
  return parley_load_text (text, NULL);
}

static const ParleyUtility *
utility_of (const Count *count, guint party)
{
  return g_ptr_array_index (count->utilities, party);
}

/* @sums: ([party]): what the axes before @axis bring. */
static void
enumerate_from (Count *count, guint axis, const ParleyScore *sums)
{
  gboolean all = axis == count->n_axes;

  for (guint p = 0; p < N_PARTIES && all; p++)
    all = sums[p] >= utility_of (count, p)->reservation;
  count->n_accepted += (guint64) all;
  for (guint o = 0; axis < count->n_axes && o < N_OPTIONS; o++)
    {
      ParleyScore next[N_PARTIES];

      for (guint p = 0; p < N_PARTIES; p++)
        next[p] = sums[p] + utility_of (count, p)->axes[axis][o];
      enumerate_from (count, axis + 1, next);
    }
}

static guint64
enumerate (const ParleySpace *space, GPtrArray *utilities)
{
  Count count = { utilities, space->domain->n_axes, 0 };

  enumerate_from (&count, 0, (ParleyScore[N_PARTIES]){ 0 });
  return count.n_accepted;
}

static guint64
count_by_halves (const ParleySpace *space, GPtrArray *utilities)
{
  ParleyAcceptance acceptance = parley_acceptance (space, utilities, NULL);
  g_autoptr(ParleyCounts) counts
      = parley_count (&acceptance, PARLEY_COUNT_EVERYONE_BY_OPTION, NULL);

  return mpz_get_ui (counts->total.all);
}

static gboolean
compare (guint n_issues)
{
  g_autoptr(ParleyLoaded) loaded = make_scenario (n_issues);
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  gint64 start = g_get_monotonic_time ();
  guint64 by_enumeration = enumerate (space, utilities);
  gint64 middle = g_get_monotonic_time ();
  guint64 by_halves = count_by_halves (space, utilities);
  gint64 end = g_get_monotonic_time ();

  printf ("10^%u deals  %12" G_GUINT64_FORMAT " accepted  enumeration %8.1f ms  halves %6.1f ms  "
          "%6.1f times faster\n",
          n_issues, by_enumeration, (double) (middle - start) / 1e3, (double) (end - middle) / 1e3,
          (double) (middle - start) / (double) MAX (1, end - middle));
  return by_enumeration == by_halves;
}

int
main (void)
{
  gboolean equal = TRUE;

  gsl_set_error_handler_off ();
  for (guint n_issues = 3; n_issues <= 7; n_issues++)
    equal &= compare (n_issues);
  return equal ? 0 : 1;
}
