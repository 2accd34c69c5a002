/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as JSON. What the scan lets pass, json-c reads, and it can be written and read again.
 */
#include "scenario/scan.h"

#include <string.h>

#include "fuzz.h"
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

void
parley_fuzz_scan (const guint8 *data, gsize size)
{
  g_autoptr(ParleyText) text = parley_fuzz_text ("a.json", (const char *) data, size);
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(ParleyNode) node = parley_node_parse (text, problems);
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  g_autoptr(ParleyText) copy = NULL;
  g_autoptr(ParleyNode) copied = NULL;

  PARLEY_FUZZ_REQUIRE ((node == NULL) == (problems->n_errors > 0));
  parley_fuzz_check_problems (problems);
  if (node == NULL)
    return;
  check_places (text, node);
  written = parley_node_to_setting (node);
  copy = parley_fuzz_text ("b.json", written, strlen (written));
  copied = parley_node_parse (copy, problems);
  PARLEY_FUZZ_REQUIRE (copied != NULL);
  again = parley_node_to_setting (copied);
  PARLEY_FUZZ_REQUIRE (g_str_equal (written, again));
}
