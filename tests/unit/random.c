/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers that are looked up. */
#include "base/random.h"

#include "small.h"
#include "suites.h"

/* The known answers that the authors of Philox give for ten rounds. */
static void
test_known_answers (void)
{
  static const struct
  {
    guint64 seed;
    guint64 index;
    guint32 block;
    guint32 purpose;
    guint32 want[4];
  } rows[] = {
    { 0, 0, 0, 0, { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 } },
    { G_MAXUINT64,
      G_MAXUINT64,
      G_MAXUINT32,
      G_MAXUINT32,
      { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd } },
    { 0x299f31d0a4093822,
      0x85a308d3243f6a88,
      0x13198a2e,
      0x03707344,
      { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint32 got[4];

      parley_random_block (rows[i].seed, rows[i].index, (ParleyPurpose) rows[i].purpose,
                           rows[i].block, got);
      for (guint k = 0; k < 4; k++)
        PARLEY_EXPECT (got[k] == rows[i].want[k], "row %u, number %u", i, k);
    }
}

/* However many are asked for, the first are the same. */
static void
test_fill (void)
{
  guint32 all[11];

  parley_random_fill (7, 3, PARLEY_RANDOM_SHARES, G_N_ELEMENTS (all), all);
  for (guint n = 0; n < G_N_ELEMENTS (all); n++)
    {
      guint32 some[G_N_ELEMENTS (all)] = { 0 };

      parley_random_fill (7, 3, PARLEY_RANDOM_SHARES, n, some);
      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        PARLEY_EXPECT (some[i] == (i < n ? all[i] : 0), "of %u, number %u", n, i);
    }
}

static void
test_unit (void)
{
  CU_ASSERT (parley_random_unit (0) > 0);
  CU_ASSERT (parley_random_unit (G_MAXUINT32) < 1);
}

void
parley_test_random (void)
{
  CU_pSuite suite = CU_add_suite ("random", NULL, NULL);

  CU_add_test (suite, "known answers", test_known_answers);
  CU_add_test (suite, "any number of them", test_fill);
  CU_add_test (suite, "between 0 and 1", test_unit);
}
