/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

static const ParleyKey term_keys[] = {
  { "is", TRUE },    { "basis", FALSE },   { "confidence", FALSE }, { "source", FALSE },
  { "note", FALSE }, { "reports", FALSE }, { NULL, FALSE },
};

static const ParleyKey report_keys[] = {
  { "source", TRUE },
  { "is", TRUE },
  { "note", FALSE },
  { NULL, FALSE },
};

/* { "min", "max" } says what the term is; any other object says more of it. */
static gboolean
is_detailed (const ParleyNode *node)
{
  return node->kind == PARLEY_NODE_OBJECT
         && (parley_node_get (node, "is") != NULL
             || (parley_node_get (node, "min") == NULL && parley_node_get (node, "max") == NULL));
}

static ParleyTerms *
read_is (ParleyReader *reader, const ParleyNode *object, guint issue)
{
  const ParleyNode *is = parley_node_get (object, "is");

  return is == NULL ? NULL : parley_read_terms (reader, is, issue);
}

static void
read_report (ParleyReader *reader, const ParleyNode *node, guint issue, ParleyDraftTerm *term)
{
  ParleyReport *report = NULL;

  if (!parley_read_object (reader, node, "a report", report_keys))
    return;
  report = g_new0 (ParleyReport, 1);
  report->sources = parley_read_cited (reader, node);
  report->is = read_is (reader, node, issue);
  report->note = parley_read_text (reader, node, "note");
  g_ptr_array_add (term->reports, report);
}

static void
read_details (ParleyReader *reader, const ParleyNode *node, guint issue, ParleyDraftTerm *term)
{
  const ParleyNode *reports = NULL;

  if (parley_node_size (node) == 0)
    {
      parley_problems_add_at (reader->problems, PARLEY_PROBLEM_EMPTY_CONDITION, node,
                              "a term needs \"is\", or \"min\" or \"max\"");
      return;
    }
  parley_read_object (reader, node, "a term", term_keys);
  term->is = read_is (reader, node, issue);
  term->basis = parley_read_basis (reader, node);
  term->confidence = parley_read_confidence (reader, node);
  term->sources = parley_read_cited (reader, node);
  term->note = parley_read_text (reader, node, "note");
  reports = parley_read_filled_list (reader, node, "reports");
  for (guint i = 0; reports != NULL && i < parley_node_size (reports); i++)
    read_report (reader, parley_node_child (reports, i), issue, term);
}

ParleyDraftTerm *
parley_read_draft_term (ParleyReader *reader, const ParleyNode *node, guint issue)
{
  ParleyDraftTerm *term = parley_draft_term_new ();

  term->origin = parley_read_origin (reader, node);
  if (is_detailed (node))
    read_details (reader, node, issue, term);
  else
    term->is = parley_read_terms (reader, node, issue);
  return term;
}

ParleyTerms *
parley_read_position_terms (ParleyReader *reader, const ParleyNode *node, guint issue)
{
  ParleyDraftTerm *term = parley_read_draft_term (reader, node, issue);
  ParleyTerms *is = g_steal_pointer (&term->is);

  parley_draft_term_free (term);
  return is;
}
