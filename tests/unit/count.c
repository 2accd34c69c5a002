/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting without looking at every deal, against looking at every deal. */
#include "space/count.h"

#include "space/meeting.h"
#include "space/plan.h"

#include "sample.h"
#include "small.h"
#include "suites.h"

/* What the samples contain, so that no comparison is one of nothing with nothing. */
typedef struct
{
  guint n_deciding[5]; /* samples by number of deciding parties */
  guint n_infeasible;
  guint n_single_options;
  guint n_on_reservation;
  guint n_waived;
  guint n_unlike; /* red lines make a difference */
} Seen;

/* Counts among the deals that have @option on @axis (-1: among all). */
static void
expect_tally (const ParleySample *sample,
              const ParleyTally  *tally,
              int                 axis,
              guint               option,
              gboolean            red_lines)
{
  guint n_parties = sample->scenario->parties->len;
  g_autofree guint64 *by_party = g_new0 (guint64, n_parties);
  guint64 feasible = 0;
  guint64 all = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      if (!deal->feasible || (axis >= 0 && deal->options[axis] != option))
        continue;
      feasible++;
      all += (guint64) parley_naive_all_accept (sample->scenario, deal, red_lines);
      for (guint p = 0; p < n_parties; p++)
        by_party[p] += (guint64) parley_naive_accepts (sample->scenario, deal, p, red_lines);
    }
  PARLEY_EXPECT (mpz_cmp_ui (tally->feasible, feasible) == 0, "axis %d, option %u", axis, option);
  PARLEY_EXPECT (mpz_cmp_ui (tally->all, all) == 0, "axis %d, option %u, red lines %d", axis,
                 option, red_lines);
  for (guint p = 0; p < n_parties; p++)
    PARLEY_EXPECT (mpz_cmp_ui (tally->by_party[p], by_party[p]) == 0,
                   "axis %d, option %u, party %u", axis, option, p);
}

static void
expect_counts (const ParleySample *sample, gboolean red_lines)
{
  ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyCounts) counts = NULL;

  acceptance.red_lines = red_lines;
  counts = parley_count (&acceptance, PARLEY_COUNT_EVERYONE_BY_OPTION, &error);

  g_assert_no_error (error);
  CU_ASSERT_EQUAL (counts->n_axes, sample->space->domain->n_axes);
  expect_tally (sample, &counts->total, -1, 0, red_lines);
  for (guint a = 0; a < counts->n_axes; a++)
    for (guint o = 0; o < counts->n_options[a]; o++)
      expect_tally (sample, &counts->by_option[a][o], (int) a, o, red_lines);
}

static void
look_at_deals (const ParleySample *sample, Seen *seen)
{
  guint n_feasible = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      n_feasible += (guint) deal->feasible;
      for (guint p = 0; deal->feasible && p < deal->n_parties; p++)
        {
          const ParleyNumber *reservation
              = parley_scenario_party (sample->scenario, p)->reservation;

          seen->n_on_reservation
              += reservation != NULL && mpq_equal (deal->scores[p], reservation->value);
          seen->n_waived += (guint) deal->waived[p];
        }
      seen->n_unlike += parley_naive_all_accept (sample->scenario, deal, TRUE)
                        != parley_naive_all_accept (sample->scenario, deal, FALSE);
    }
  seen->n_infeasible += n_feasible == 0;
}

static void
look_at (const ParleySample *sample, Seen *seen)
{
  guint n_deciding = 0;

  for (guint p = 0; p < sample->scenario->parties->len; p++)
    n_deciding += (guint) parley_party_decides (parley_scenario_party (sample->scenario, p));
  seen->n_deciding[n_deciding]++;
  for (guint a = 0; a < sample->space->domain->n_axes; a++)
    seen->n_single_options += sample->space->domain->axes[a].n_options == 1;
  look_at_deals (sample, seen);
}

static void
test_counts (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      guint n_failures = CU_get_number_of_failures ();

      look_at (sample, &seen);
      expect_counts (sample, TRUE);
      expect_counts (sample, FALSE);
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  for (guint n = 1; n <= 4; n++)
    PARLEY_EXPECT (seen.n_deciding[n] > parley_effort (5), "%u deciding parties", n);
  CU_ASSERT (seen.n_infeasible > 1);
  CU_ASSERT (seen.n_single_options > parley_effort (20));
  CU_ASSERT (seen.n_on_reservation > parley_effort (50));
  CU_ASSERT (seen.n_waived > parley_effort (100));
  CU_ASSERT (seen.n_unlike > parley_effort (100));
}

/* A party whose score is, but for some 1e-13 of it, the sum of four digits or what that lacks of
 * 36, and who accepts one half. */
static char *
write_fine_party (const char *id, guint at_0, guint at_9)
{
  g_autoptr(GString) weights = g_string_new (NULL);
  g_autoptr(GString) values = g_string_new (NULL);

  for (guint i = 0; i < 4; i++)
    {
      g_string_append_printf (weights, "%s'i%u': %s", i == 0 ? "" : ", ", i,
                              i == 0 ? "1.0000000000001" : "1");
      g_string_append_printf (values, "%s'i%u': { 'points': [[0, %u], [9, %u]] }",
                              i == 0 ? "" : ", ", i, at_0, at_9);
    }
  return g_strdup_printf ("{ 'id': '%s', 'title': 'P', 'reservation': 49.9, 'weights': { %s }, "
                          "'values': { %s } }",
                          id, weights->str, values->str);
}

static ParleyLoaded *
load_fine (void)
{
  g_autoptr(GString) issues = g_string_new (NULL);
  g_autofree char *up = write_fine_party ("up", 0, 100);
  g_autofree char *down = write_fine_party ("down", 100, 0);
  g_autofree char *parties = g_strdup_printf ("%s, %s", up, down);

  for (guint i = 0; i < 4; i++)
    g_string_append_printf (
        issues, "%s{ 'id': 'i%u', 'title': 'I', 'kind': 'range', 'min': 0, 'max': 9, 'step': 1 }",
        i == 0 ? "" : ", ", i);
  return parley_small_load (issues->str, parties, "");
}

/* How many fours of digits come to 18, or with @or_more to 18 at least, with @digit first. */
static guint
count_digits (guint digit, gboolean or_more)
{
  guint n = 0;

  for (guint rest = 0; rest < 1000; rest++)
    {
      guint sum = digit + rest / 100 + rest / 10 % 10 + rest % 10;

      n += or_more ? sum >= 18 : sum == 18;
    }
  return n;
}

/* Scores that are further apart than 32 bits tell. */
static void
test_fine_scores (void)
{
  g_autoptr(ParleyLoaded) loaded = load_fine ();
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  ParleyAcceptance acceptance = parley_acceptance (space, utilities, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyCounts) counts
      = parley_count (&acceptance, PARLEY_COUNT_EVERYONE_BY_OPTION, &error);

  g_assert_no_error (error);
  for (guint p = 0; p < 2; p++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, p);

      CU_ASSERT (utility->reservation > (ParleyScore) 4 * G_MAXUINT32);
    }
  for (guint a = 0; a < 4; a++)
    for (guint o = 0; o < 10; o++)
      {
        const ParleyTally *tally = &counts->by_option[a][o];

        CU_ASSERT_EQUAL (mpz_get_ui (tally->all), count_digits (o, FALSE));
        CU_ASSERT_EQUAL (mpz_get_ui (tally->by_party[0]), count_digits (o, TRUE));
        CU_ASSERT_EQUAL (mpz_get_ui (tally->by_party[1]), count_digits (9 - o, TRUE));
      }
}

/* What counting the deals that both accept takes of memory for each way in or on, in bytes. */
static gsize
bytes_a_way (const ParleyLoaded *loaded)
{
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  ParleyAcceptance acceptance = parley_acceptance (space, utilities, NULL);
  g_autoptr(ParleyView) view = parley_acceptance_view (&acceptance, 0, NULL, 0);
  g_autofree guint *order = g_new (guint, space->domain->n_axes);
  g_autoptr(ParleyDiagram) diagram = NULL;
  g_autoptr(ParleyMeeting) meeting = NULL;

  parley_small_file_order (order, view->space->domain->n_axes);
  diagram = parley_diagram_new (view, order, 1000000, NULL);
  meeting = parley_meeting_new (view, diagram);
  CU_ASSERT_EQUAL (parley_meeting_work (meeting), 200);
  return parley_meeting_bytes (meeting) / parley_meeting_work (meeting);
}

/* Sums that need more than 32 bits are kept in wide columns. */
static void
test_bytes (void)
{
  g_autofree char *issues = parley_small_choices (4, 10);
  g_autoptr(GString) values = g_string_new (NULL);
  g_autofree char *parties = NULL;
  g_autoptr(ParleyLoaded) coarse = NULL;
  g_autoptr(ParleyLoaded) fine = load_fine ();

  for (guint o = 0; o < 10; o++)
    g_string_append_printf (values, "%s'o%u': %u", o == 0 ? "" : ", ", o, 10 * o);
  parties
      = g_strdup_printf ("{ 'id': 'p', 'title': 'P', 'reservation': 20, 'weights': { 'i0': 1 }, "
                         "'values': { 'i0': { %s } } }, "
                         "{ 'id': 'q', 'title': 'Q', 'reservation': 20, 'weights': { 'i3': 1 }, "
                         "'values': { 'i3': { %s } } }",
                         values->str, values->str);
  coarse = parley_small_load (issues, parties, "");
  /* Both parties' sums, of the hundred ways in: 12 bytes more each. */
  CU_ASSERT_EQUAL (bytes_a_way (fine), bytes_a_way (coarse) + 12);
}

void
parley_test_count (void)
{
  CU_pSuite suite = CU_add_suite ("count", NULL, NULL);

  CU_add_test (suite, "counts", test_counts);
  CU_add_test (suite, "fine scores", test_fine_scores);
  CU_add_test (suite, "bytes of fine scores", test_bytes);
}
