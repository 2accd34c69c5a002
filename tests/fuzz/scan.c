/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as JSON. What the scan lets pass, json-c reads, and --set takes it as it is written. */
#include "fuzz.h"
#include "scenario/setting.h"
#include "scenario/value_text.h"

static void
check_places (const ParleyText *text, const ParleyNode *node)
{
  PARLEY_FUZZ_REQUIRE (node->offset < node->end && node->end <= text->length);
  for (guint i = 0; i < parley_node_size (node); i++)
    {
      const ParleyNode *child = parley_node_child (node, i);

      PARLEY_FUZZ_REQUIRE (node->offset < child->offset && child->end < node->end);
      check_places (text, child);
    }
}

/* As --set takes it, which needs no quotes around most strings. */
static void
write_and_read (const ParleyNode *node)
{
  g_autofree char *written = parley_node_to_setting (node);
  g_autofree char *setting = g_strconcat ("a=", written, NULL);
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(ParleyNode) patch = parley_node_from_setting (setting, "setting", problems);
  g_autofree char *again = NULL;

  PARLEY_FUZZ_REQUIRE (patch != NULL);
  PARLEY_FUZZ_REQUIRE (parley_node_child (patch, 0)->kind == node->kind);
  again = parley_node_to_setting (parley_node_child (patch, 0));
  PARLEY_FUZZ_REQUIRE (g_str_equal (written, again));
}

void
parley_fuzz_scan (const guint8 *data, gsize size)
{
  g_autoptr(ParleyText) text = parley_fuzz_text ("a.json", (const char *) data, size);
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(ParleyNode) node = parley_node_parse (text, problems);

  PARLEY_FUZZ_REQUIRE ((node == NULL) == (problems->n_errors > 0));
  parley_fuzz_check_problems (problems);
  if (node == NULL)
    return;
  check_places (text, node);
  write_and_read (node);
}
