/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of weight shares, as --constrain takes it. */
#include "analysis/share_rule.h"

#include "fuzz.h"

void
parley_fuzz_share_rule (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  const ParleyScenario *scenario = parley_fuzz_base ()->scenario;
  g_autoptr(GPtrArray) rules = parley_share_rules_new ();
  g_autoptr(GError) error = NULL;
  gboolean parsed = parley_share_rules_parse (scenario, text, rules, &error);

  PARLEY_FUZZ_REQUIRE (parsed == (error == NULL));
  PARLEY_FUZZ_REQUIRE (parsed ? rules->len == 1 || rules->len == 2 : rules->len == 0);
  for (guint i = 0; i < rules->len; i++)
    {
      const ParleyShareRule *rule = g_ptr_array_index (rules, i);

      PARLEY_FUZZ_REQUIRE (rule->party < scenario->parties->len);
      PARLEY_FUZZ_REQUIRE (rule->n_issues == scenario->issues->len);
    }
}
