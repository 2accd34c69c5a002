/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/amend.h"
#include "report/figures.h"
#include "report/words.h"

static const ParleyParty *
party_of (const ParleyAmend *amend, guint party)
{
  return parley_scenario_party (amend->scenario, party);
}

/* Parties that must accept, whatever happens, and do not for certain. */
static gboolean
refuses (const ParleyAmend *amend, const ParleyStanding *standing)
{
  return parley_party_decides (party_of (amend, standing->party)) && standing->needed != PARLEY_NONE
         && (standing->verdict == PARLEY_VERDICT_REJECTS
             || standing->verdict == PARLEY_VERDICT_DEPENDS);
}

/* What would certainly be enough: the reservation less the lowest score, if that is more than
 * nothing. */
static gboolean
find_short (const ParleyStanding *standing, mpq_ptr points)
{
  mpq_sub (points, standing->reservation, standing->low);
  return standing->has_reservation && standing->scored && mpq_sgn (points) > 0;
}

/* What a party that accepts could certainly give away. */
static gboolean
find_spare (const ParleyAmend *amend, const ParleyStanding *standing, mpq_ptr points)
{
  mpq_sub (points, standing->low, standing->reservation);
  return parley_party_decides (party_of (amend, standing->party)) && standing->has_reservation
         && standing->scored && standing->verdict == PARLEY_VERDICT_ACCEPTS;
}

static void
add_refusal (ParleyDocument *document, const ParleyAmend *amend, const ParleyStanding *standing)
{
  const char *title = party_of (amend, standing->party)->title;
  g_autofree char *words = NULL;
  gboolean always = parley_standing_always_crosses (standing);
  gboolean is_short = FALSE;
  mpq_t points;

  mpq_init (points);
  is_short = find_short (standing, points);
  words = parley_words_points (points);
  mpq_clear (points);
  if (standing->red_lines->len > 0)
    parley_document_bullet (document, "No payment %s %s: %s its red lines%s%s%s.",
                            always ? "helps" : "is certain to help", title,
                            always ? "the draft crosses" : "some completions of the draft cross",
                            is_short ? ". Those aside, it would need " : "", is_short ? words : "",
                            is_short ? " points more to be certain" : "");
  else if (is_short)
    parley_document_bullet (document, "%s would need %s points more to be certain to accept.",
                            title, words);
}

static void
add_spare (ParleyDocument *document, const ParleyAmend *amend, const ParleyStanding *standing)
{
  mpq_t points;

  mpq_init (points);
  if (find_spare (amend, standing, points))
    {
      g_autofree char *words = parley_words_points (points);

      parley_document_bullet (document, "%s could spare %s of its own points.",
                              party_of (amend, standing->party)->title, words);
    }
  mpq_clear (points);
}

static gboolean
somebody_refuses (const ParleyAmend *amend)
{
  GPtrArray *standings = parley_amend_standing (amend)->standings;

  for (guint p = 0; p < standings->len; p++)
    if (refuses (amend, g_ptr_array_index (standings, p)))
      return TRUE;
  return FALSE;
}

void
parley_amend_add_payment (ParleyDocument *document, const ParleyAmend *amend)
{
  GPtrArray *standings = parley_amend_standing (amend)->standings;

  if (!somebody_refuses (amend))
    return;
  parley_document_heading (document, 2, "A payment instead of changes");
  for (guint p = 0; p < standings->len; p++)
    if (refuses (amend, g_ptr_array_index (standings, p)))
      add_refusal (document, amend, g_ptr_array_index (standings, p));
  for (guint p = 0; p < standings->len; p++)
    add_spare (document, amend, g_ptr_array_index (standings, p));
  parley_document_paragraph (document, "Points of different sides are different units: what one "
                                       "side's point is worth to another is not known.");
}

static ParleyJson *
standing_to_json (const ParleyAmend *amend, const ParleyStanding *standing, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *lines = json_object_new_array ();
  const ParleyParty *party = party_of (amend, standing->party);
  mpq_t points;

  mpq_init (points);
  for (guint i = 0; i < standing->red_lines->len; i++)
    {
      guint item = g_array_index (standing->red_lines, ParleyAction, i).item;
      const ParleyRedLine *line = g_ptr_array_index (party->red_lines, item);

      json_object_array_add (lines, parley_json_string (line->id));
    }
  parley_figure_add (object, "short",
                     refuses (amend, standing) && find_short (standing, points) ? points : NULL,
                     exact);
  parley_figure_add (object, "spare", find_spare (amend, standing, points) ? points : NULL, exact);
  json_object_object_add (object, "red_lines", lines);
  json_object_object_add (object, "always_crosses",
                          json_object_new_boolean (parley_standing_always_crosses (standing)));
  mpq_clear (points);
  return object;
}

ParleyJson *
parley_amend_payment_to_json (const ParleyAmend *amend, gboolean exact)
{
  GPtrArray *standings = parley_amend_standing (amend)->standings;
  ParleyJson *object = NULL;

  if (!somebody_refuses (amend))
    return NULL;
  object = json_object_new_object ();
  for (guint p = 0; p < standings->len; p++)
    if (parley_party_decides (party_of (amend, p)))
      json_object_object_add (object, party_of (amend, p)->id,
                              standing_to_json (amend, g_ptr_array_index (standings, p), exact));
  return object;
}
