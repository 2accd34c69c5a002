/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/input_words.h"

#include "report/language.h"
#include "report/term_words.h"
#include "report/words.h"

/* Turning points are shown in hundredths. */
#define PARTS 100

/* What a value is given for: an option, or a number of a range. */
static char *
name_of_value (const ParleyScenario *scenario, const ParleyInput *input)
{
  const ParleyIssue *issue = parley_scenario_issue (scenario, input->item);
  const ParleyValueFunction *function
      = parley_scenario_party (scenario, input->party)->values[input->item];
  g_autofree char *number = NULL;

  if (function->kind == PARLEY_VALUE_TABLE)
    return g_strdup_printf (_ ("Value of \"%s\" (%s)"),
                            parley_issue_option (issue, input->part)->title, issue->title);
  if (function->kind == PARLEY_VALUE_IDEAL)
    return g_strdup_printf ("%s (%s)", input->part == 0 ? _ ("Ideal") : _ ("Tolerance"),
                            issue->title);
  number = parley_words_number (issue, g_ptr_array_index (function->x, input->part));
  return g_strdup_printf (_ ("Value of %s (%s)"), number, issue->title);
}

char *
parley_words_input_name (const ParleyScenario *scenario, const ParleyInput *input)
{
  const ParleyParty *party = parley_scenario_party (scenario, input->party);
  const ParleyAdjustment *adjustment = NULL;
  const ParleyRedLine *red_line = NULL;

  switch (input->kind)
    {
    case PARLEY_INPUT_RESERVATION:
      return g_strdup (_ ("Reservation"));
    case PARLEY_INPUT_WEIGHT:
      return g_strdup_printf (_ ("Weight of %s"),
                              parley_scenario_issue (scenario, input->item)->title);
    case PARLEY_INPUT_ADJUSTMENT:
      adjustment = g_ptr_array_index (party->adjustments, input->item);
      return g_strdup_printf (_ ("Points of \"%s\""),
                              parley_words_title (adjustment->title, adjustment->id));
    case PARLEY_INPUT_RED_LINE:
      red_line = g_ptr_array_index (party->red_lines, input->item);
      return g_strdup_printf (_ ("Red line \"%s\""),
                              parley_words_title (red_line->title, red_line->id));
    case PARLEY_INPUT_VALUE:
    case PARLEY_INPUT_BEND:
    default:
      return name_of_value (scenario, input);
    }
}

char *
parley_words_turning (const ParleyTurning *turning, gboolean above)
{
  g_autofree char *number = NULL;
  mpq_t rounded;

  if (!turning->turns)
    return NULL;
  mpq_init (rounded);
  mpz_mul_ui (mpq_numref (rounded), mpq_numref (turning->at), PARTS);
  if (above)
    mpz_cdiv_q (mpq_numref (rounded), mpq_numref (rounded), mpq_denref (turning->at));
  else
    mpz_fdiv_q (mpq_numref (rounded), mpq_numref (rounded), mpq_denref (turning->at));
  mpz_set_ui (mpq_denref (rounded), PARTS);
  mpq_canonicalize (rounded);
  number = parley_words_input (rounded);
  mpq_clear (rounded);
  if (turning->at_once)
    return g_strdup_printf (above ? _ ("%s or more") : _ ("%s or less"), number);
  return g_strdup_printf (above ? _ ("above %s") : _ ("below %s"), number);
}
