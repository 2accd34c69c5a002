/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What deals are to be, as --where takes it. Deals that are found feasible under it are those that
 * enumeration finds. */
#include "analysis/filter.h"

#include "fuzz.h"
#include "space/count.h"
#include "unit/naive.h"

static gboolean
is_within (const ParleyFilter *filter, const ParleyScenario *scenario, const ParleyNaiveDeal *deal)
{
  gboolean within = TRUE;
  mpq_t gain;

  mpq_init (gain);
  for (guint i = 0; i < filter->bounds->len; i++)
    {
      const ParleyGainBound *bound = g_ptr_array_index (filter->bounds, i);
      const ParleyParty *party = parley_scenario_party (scenario, bound->party);
      int strict = bound->open ? 1 : 0;

      mpq_set (gain, deal->scores[bound->party]);
      if (bound->of_surplus)
        mpq_sub (gain, gain, party->reservation->value);
      within &= !bound->has_low || mpq_cmp (gain, bound->low) >= strict;
      within &= !bound->has_high || mpq_cmp (gain, bound->high) <= -strict;
    }
  mpq_clear (gain);
  return within;
}

static guint
count_by_hand (const ParleyFilter *filter, const ParleyScenario *scenario)
{
  ParleyDomain *domain = parley_domain_new (scenario);
  g_autoptr(GPtrArray) deals = parley_naive_deals (scenario, domain, NULL, filter->conditions);
  guint n = 0;

  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);

      n += deal->feasible && is_within (filter, scenario, deal);
    }
  parley_domain_free (domain);
  return n;
}

static void
compare (const ParleyFilter *filter, const ParleyScenario *scenario)
{
  g_autoptr(ParleySpace) space
      = parley_space_new (scenario, parley_domain_new (scenario), NULL, filter->conditions, NULL);
  g_autoptr(GPtrArray) utilities = NULL;
  g_autoptr(GArray) bounds = NULL;
  g_autoptr(ParleyCounts) counts = NULL;
  ParleyAcceptance acceptance;

  PARLEY_FUZZ_REQUIRE (space != NULL);
  utilities = parley_utilities_new (space, NULL);
  bounds = parley_filter_bounds (filter, utilities);
  acceptance = parley_acceptance (space, utilities, bounds);
  counts = parley_count (&acceptance, PARLEY_COUNT_TOTALS, NULL);
  PARLEY_FUZZ_REQUIRE (counts != NULL);
  PARLEY_FUZZ_REQUIRE (mpz_cmp_ui (counts->total.feasible, count_by_hand (filter, scenario)) == 0);
}

void
parley_fuzz_where (const guint8 *data, gsize size)
{
  g_auto(GStrv) texts = parley_fuzz_strings (data, size);
  const ParleyScenario *scenario = parley_fuzz_base ()->scenario;
  g_autoptr(ParleyFilter) filter = parley_filter_new ();

  for (guint i = 0; i < 4 && texts[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean added = parley_filter_add (filter, scenario, texts[i], &error);

      PARLEY_FUZZ_REQUIRE (added == (error == NULL));
    }
  compare (filter, scenario);
}
