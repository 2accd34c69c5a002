/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/geniusweb.h"

const ParleyNode *
parley_geniusweb_member (ParleyGeniusweb *self,
                         const ParleyNode *object,
                         const char *what,
                         const char *key,
                         ParleyNodeKind kind)
{
  const ParleyNode *member = parley_node_get (object, key);
  ParleyProblem *problem = NULL;

  if (member != NULL && member->kind == kind)
    return member;
  if (member == NULL)
    parley_problems_add_at (self->problems, PARLEY_PROBLEM_MISSING_PART, object,
                            "%s needs the key \"%s\"", what, key);
  else
    {
      problem = parley_problems_add_at (self->problems, PARLEY_PROBLEM_WRONG_TYPE, member,
                                        "\"%s\" has the wrong type", key);
      problem->found = parley_node_describe (member);
      problem->expected = g_strdup (kind == PARLEY_NODE_ARRAY ? "a list" : "an object");
    }
  return NULL;
}

gboolean
parley_geniusweb_number (ParleyGeniusweb *self,
                         const ParleyNode *node,
                         const char *what,
                         mpq_ptr number)
{
  gboolean is_text = node->kind == PARLEY_NODE_NUMBER || node->kind == PARLEY_NODE_STRING;
  ParleyProblem *problem = NULL;

  if (is_text && parley_import_decimal (node->string, number))
    return TRUE;
  problem = parley_problems_add_at (self->problems, PARLEY_PROBLEM_BAD_DECIMAL, node,
                                    "%s must be a number", what);
  problem->found = parley_node_describe (node);
  return FALSE;
}

gboolean
parley_geniusweb_share (ParleyGeniusweb *self,
                        const ParleyNode *node,
                        const char *what,
                        mpq_ptr number)
{
  ParleyProblem *problem = NULL;

  if (!parley_geniusweb_number (self, node, what, number))
    return FALSE;
  if (mpq_sgn (number) >= 0 && mpq_cmp_ui (number, 1, 1) <= 0)
    return TRUE;
  problem = parley_problems_add_at (self->problems, PARLEY_PROBLEM_VALUE_OUT_OF_SCALE, node,
                                    "%s must lie between 0 and 1", what);
  problem->found = parley_node_describe (node);
  return FALSE;
}

void
parley_geniusweb_warn_of_others (ParleyGeniusweb *self,
                                 const ParleyNode *object,
                                 const char *const *known)
{
  for (guint i = 0; i < parley_node_size (object); i++)
    if (!g_strv_contains (known, parley_node_key (object, i)))
      parley_problems_add_at_key (self->problems, PARLEY_PROBLEM_LEFT_OUT, object, i,
                                  "the key \"%s\" is not known here, and is left out",
                                  parley_node_key (object, i));
}
