/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/brief_part.h"

#include "report/robust_parts.h"
#include "report/term_words.h"
#include "report/width.h"
#include "report/words.h"

/* In cells: about a line in a column, or half of one in a text. */
#define MOST_CELLS 40

char *
parley_brief_short (const char *text)
{
  g_autoptr(GPtrArray) lines = NULL;
  const char *first = NULL;

  if (parley_width (text, -1) <= MOST_CELLS)
    return g_strdup (text);
  lines = parley_width_wrap (text, MOST_CELLS - 1);
  first = g_ptr_array_index (lines, 0);
  /* A longer word stands alone and exceeds. */
  if (parley_width (first, -1) < MOST_CELLS)
    return g_strconcat (first, "\u2026", NULL);
  return g_strdup_printf ("%.*s\u2026",
                          (int) (g_utf8_offset_to_pointer (first, MOST_CELLS / 2) - first), first);
}

char *
parley_brief_issue (const ParleyBrief *self, guint issue)
{
  return parley_brief_short (parley_scenario_issue (self->scenario, issue)->title);
}

const char *
parley_brief_party_title (const ParleyBrief *self, guint party)
{
  return parley_scenario_party (self->scenario, party)->title;
}

guint
parley_brief_parties (const ParleyBrief *self, guint *parties)
{
  const ParleyLandscape *landscape = self->briefing->deals->landscape;
  int own = self->briefing->request.party;
  guint n = 0;

  if (own >= 0)
    parties[n++] = (guint) own;
  return n + parley_rival_slots (landscape->space, landscape->utilities, own, parties + n);
}

void
parley_brief_titles (int party, const char **titles)
{
  static const char *const of_party[] = { N_ ("Offer"), N_ ("Fallback 1"), N_ ("Fallback 2") };
  static const char *const of_nobody[]
      = { N_ ("Proposal"), N_ ("Alternative 1"), N_ ("Alternative 2") };

  for (guint i = 0; i < PARLEY_MOST_PROPOSALS; i++)
    titles[i] = _ ((party >= 0 ? of_party : of_nobody)[i]);
}

const char *
parley_brief_name (const ParleyBrief *self, guint proposal)
{
  return ((const ParleyDraft *) g_ptr_array_index (self->briefing->drafts, proposal))->title;
}

/* "Ukraine", or where several parties are on the other side, what they are called together. */
static const char *
others_title (const ParleyBrief *self)
{
  return self->briefing->rival >= 0 ? parley_brief_party_title (self, (guint) self->briefing->rival)
                                    : _ ("the worst-off of the others");
}

char *
parley_brief_rule (const ParleyBrief *self, guint proposal)
{
  int own = self->briefing->request.party;

  switch (parley_proposals_get (self->briefing->proposals, proposal)->rule)
    {
    case PARLEY_PROPOSAL_OWN:
      return g_strdup_printf (_ ("is worth most to %s"),
                              parley_brief_party_title (self, (guint) own));
    case PARLEY_PROPOSAL_OTHERS:
      return g_strdup_printf (_ ("is worth most to %s"), others_title (self));
    case PARLEY_PROPOSAL_NASH:
      return g_strdup (_ ("has the greatest product of surpluses (Nash)"));
    case PARLEY_PROPOSAL_EGALITARIAN:
      return g_strdup (_ ("is worth most to the worst-off side (egalitarian)"));
    case PARLEY_PROPOSAL_UTILITARIAN:
      return g_strdup (_ ("has the greatest sum of surpluses (utilitarian)"));
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
parley_brief_ground (const ParleyBrief *self)
{
  switch (self->briefing->among)
    {
    case PARLEY_AMONG_PARTY:
      return g_strdup_printf (_ ("terms that %s has tabled or accepted"),
                              parley_brief_party_title (self, self->briefing->among_party));
    case PARLEY_AMONG_TABLED:
      return g_strdup (_ ("terms that some draft has tabled"));
    case PARLEY_AMONG_ALL:
    default:
      return g_strdup (_ ("all terms"));
    }
}

gboolean
parley_brief_is_safe (const ParleyBrief *self)
{
  g_autofree guint *parties = g_new (guint, self->scenario->parties->len);
  guint n = parley_brief_parties (self, parties);
  gboolean has_range = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const ParleyNumber *reservation = parley_party_reservation_at (
          parley_scenario_party (self->scenario, parties[i]), self->scenario->as_of);

      has_range = has_range || (reservation != NULL && reservation->has_range);
    }
  return has_range && self->briefing->proposals->safe;
}

char *
parley_brief_term (const ParleyBrief *self, guint proposal, guint issue)
{
  g_autofree char *words
      = parley_words_draft_term (parley_briefing_proposal (self->briefing, proposal), issue);

  return parley_brief_short (words);
}

/* "Law: neutral; …": those @issues (element-type guint), at most @n_most of them, then how many
 * there are more. */
static char *
list_terms (const ParleyBrief *self, guint proposal, const GArray *issues, guint n_most)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = issues->len <= n_most + 1 ? issues->len : n_most;

  for (guint i = 0; i < n; i++)
    {
      guint issue = g_array_index (issues, guint, i);
      g_autofree char *term = parley_brief_term (self, proposal, issue);
      g_autofree char *title = parley_brief_issue (self, issue);

      g_string_append_printf (text, "%s%s: %s", i == 0 ? "" : "; ", title, term);
    }
  if (n < issues->len)
    g_string_append_printf (text, _ ("; %u more"), issues->len - n);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

double
parley_brief_share (const ParleyBrief *self, guint party, guint issue)
{
  double share = 0;
  mpq_t exact;

  mpq_init (exact);
  parley_weight_share (parley_scenario_party (self->scenario, party), issue, NULL, exact);
  share = parley_exact_to_double (exact);
  mpq_clear (exact);
  return share;
}

/* The largest share of a party's weight: how much the issue matters. */
static double
matter_of (const ParleyBrief *self, guint issue)
{
  double most = 0;

  for (guint p = 0; p < self->scenario->parties->len; p++)
    most = MAX (most, parley_brief_share (self, p, issue));
  return most;
}

static gint
compare_matter (gconstpointer a, gconstpointer b, gpointer data)
{
  double x = matter_of (data, *(const guint *) a);
  double y = matter_of (data, *(const guint *) b);

  return x > y ? -1 : x < y;
}

/* The issues on which the proposal does not say for certain what @draft (nullable) does, that which
 * matters most first. */
static GArray *
other_issues (const ParleyBrief *self, guint proposal, const ParleyDraft *draft)
{
  const ParleyDraft *own = g_ptr_array_index (self->briefing->drafts, proposal);
  GArray *issues = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->scenario->issues->len; i++)
    if (own->terms[i] != NULL
        && (draft == NULL || parley_briefing_agrees (self->briefing, proposal, draft, i) < 1))
      g_array_append_val (issues, i);
  g_array_sort_with_data (issues, compare_matter, (gpointer) self);
  return issues;
}

static const ParleyDraft *
nearest_draft (const ParleyBrief *self, guint proposal)
{
  int nearest = parley_briefing_nearest (self->briefing, proposal);

  return nearest < 0 ? NULL : parley_scenario_draft (self->scenario, (guint) nearest);
}

guint
parley_brief_n_differences (const ParleyBrief *self)
{
  g_autoptr(GArray) issues = other_issues (self, 0, nearest_draft (self, 0));

  return issues->len;
}

char *
parley_brief_terms (const ParleyBrief *self, guint proposal, guint n_most)
{
  const ParleyDraft *draft = nearest_draft (self, proposal);
  g_autoptr(GArray) issues = other_issues (self, proposal, draft);
  g_autofree char *list = list_terms (self, proposal, issues, n_most);
  g_autofree char *full = NULL;
  g_autofree char *name = NULL;

  if (draft == NULL)
    return g_steal_pointer (&list);
  full = parley_words_draft (draft, self->scenario->as_of);
  name = parley_brief_short (full);
  return issues->len == 0 ? g_strdup_printf ("\"%s\"", name)
                          : g_strdup_printf (_ ("\"%s\", with %s"), name, list);
}

char *
parley_brief_differences (const ParleyBrief *self, guint proposal)
{
  g_autoptr(GArray) issues
      = other_issues (self, proposal, g_ptr_array_index (self->briefing->drafts, 0));

  return list_terms (self, proposal, issues, PARLEY_BRIEF_MOST_TERMS);
}

/* The number of the source @id in the list of sources; 0 when it is not there. */
static guint
number_of (const ParleyScenario *scenario, const char *id)
{
  guint number = 0;

  for (guint i = 0; i < scenario->sources->len; i++)
    {
      const ParleySource *source = g_ptr_array_index (scenario->sources, i);

      number += (guint) source->used;
      if (source->used && g_str_equal (source->id, id))
        return number;
    }
  return 0;
}

char *
parley_brief_citations (const ParleyBrief *self, char *const *ids)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; self->cites && ids != NULL && ids[i] != NULL; i++)
    {
      guint number = number_of (self->scenario, ids[i]);

      if (number > 0)
        g_string_append_printf (text, "%s%u", text->len == 0 ? " [" : ", ", number);
    }
  if (text->len > 0)
    g_string_append_c (text, ']');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const ParleyStanding *
parley_brief_standing (const ParleyBrief *self, guint proposal, guint party)
{
  return g_ptr_array_index (parley_briefing_proposal (self->briefing, proposal)->standings, party);
}

static double
single (mpq_srcptr low, mpq_srcptr high)
{
  return mpq_equal (low, high) ? parley_exact_to_double (low) : NAN;
}

void
parley_brief_add_score (ParleyTable *table, const ParleyStanding *standing)
{
  parley_table_take_number (table, parley_words_span (standing->low, standing->high),
                            single (standing->low, standing->high));
}

void
parley_brief_add_margin (ParleyTable *table, const ParleyStanding *standing)
{
  mpq_t low, high;

  if (!standing->has_reservation)
    {
      parley_table_cell_text (table, NULL);
      return;
    }
  mpq_inits (low, high, NULL);
  mpq_sub (low, standing->low, standing->reservation);
  mpq_sub (high, standing->high, standing->reservation);
  parley_table_take_number (table, parley_words_shift (low, high), single (low, high));
  mpq_clears (low, high, NULL);
}

gboolean
parley_brief_frequency (const ParleyBrief *self, guint index, int party, ParleyFrequency *frequency)
{
  const ParleyRobust *robust = self->briefing->robust;

  if (robust == NULL)
    return FALSE;
  *frequency = party < 0 ? parley_robust_all_accept (robust, index)
                         : parley_robust_accepts (robust, index, (guint) party);
  return TRUE;
}
