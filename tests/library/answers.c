/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints all that libparley says of a scenario, a line a value: KEY/KEY...=VALUE. For compare.py.
 * Usage: answers FILE [CHANGE...] */
#include <stdio.h>
#include <string.h>

#include "parley/parley.h"

#define N_BEST 10

/* Behind "DRAFT/" or the like. */
static void
print_text (const char *path, const char *key, const char *value)
{
  printf ("%s%s=%s\n", path, key, value == NULL ? "null" : value);
}

static void
print_amount (const char *path, const char *key, ParleyAmount amount)
{
  print_text (path, key, amount.exact);
  if (amount.exact != NULL)
    printf ("%s%s/value=%.17g\n", path, key, amount.value);
}

static void
print_matches (const char *path, const char *key, const ParleyOpinionMatch *const *list, size_t n)
{
  for (size_t i = 0; i < n; i++)
    {
      printf ("%s%s/%s=%s\n", path, key, list[i]->id, list[i]->when);
      if (list[i]->points.exact != NULL)
        printf ("%s%s/%s/points=%s\n", path, key, list[i]->id, list[i]->points.exact);
    }
}

static void
print_part (const char *path, const ParleyOpinionPart *part)
{
  char inner[400];

  snprintf (inner, sizeof inner, "%sparts/%s/", path, part->issue);
  print_amount (inner, "weight", part->weight);
  print_amount (inner, "won/low", part->won_low);
  print_amount (inner, "won/high", part->won_high);
  print_amount (inner, "given_up/low", part->given_up_low);
  print_amount (inner, "given_up/high", part->given_up_high);
}

static void
print_opinion (const char *draft, const ParleyOpinion *opinion)
{
  char path[300];

  snprintf (path, sizeof path, "%s%s/", draft, opinion->party);
  print_amount (path, "low", opinion->low);
  print_amount (path, "high", opinion->high);
  print_amount (path, "reservation", opinion->reservation);
  print_text (path, "verdict", opinion->verdict);
  print_text (path, "verdict_without_red_lines", opinion->verdict_without_red_lines);
  print_text (path, "on_the_line", opinion->on_the_line ? "True" : "False");
  print_text (path, "falls_short", opinion->falls_short ? "True" : "False");
  print_matches (path, "red_lines", opinion->red_lines, opinion->n_red_lines);
  print_matches (path, "adjustments", opinion->adjustments, opinion->n_adjustments);
  for (size_t i = 0; i < opinion->n_parts; i++)
    print_part (path, opinion->parts[i]);
  if (opinion->depends_on == NULL)
    print_text (path, "depends_on", NULL);
  for (size_t i = 0; i < opinion->n_depends_on; i++)
    print_text (path, "depends_on", opinion->depends_on[i]);
}

static void
print_draft (const ParleyTalks *talks, const char *id)
{
  ParleyJudgement *judgement = parley_talks_judge_draft (talks, id);
  char path[200];

  snprintf (path, sizeof path, "drafts/%s/", id);
  print_text (path, "verdict", judgement->verdict);
  print_text (path, "verdict_without_red_lines", judgement->verdict_without_red_lines);
  for (size_t i = 0; i < judgement->n_opinions; i++)
    print_opinion (path, judgement->opinions[i]);
  parley_judgement_free (judgement);
}

/* What its terms come to when they are handed in again must be the same. */
static void
check_again (const ParleyTalks *talks, const ParleyZopaDeal *deal)
{
  ParleyJudgement *judgement = parley_talks_judge_deal (talks, deal->terms);

  for (size_t p = 0; p < judgement->n_opinions; p++)
    {
      const char *is = judgement->opinions[p]->low.exact;
      const char *was = deal->scores[p].exact;

      if (is != was && (is == NULL || was == NULL || strcmp (is, was) != 0))
        printf ("a deal scores %s in a list and %s by itself\n", was, is);
    }
  if (judgement->n_opinions != talks->n_parties)
    printf ("a deal cannot be judged by itself: %s\n", judgement->message);
  parley_judgement_free (judgement);
}

static void
print_deal (const ParleyTalks *talks, const char *list, size_t index, const ParleyZopaDeal *deal)
{
  char path[200];

  snprintf (path, sizeof path, "%s/%zu/", list, index);
  for (size_t p = 0; p < talks->n_parties; p++)
    if (deal->scores[p].exact != NULL)
      print_text (path, talks->parties[p]->id, deal->scores[p].exact);
  for (const char *const *term = deal->terms; *term != NULL; term++)
    printf ("%sterms/%s\n", path, *term);
  if (deal->n_alike != NULL)
    print_text (path, "count", deal->n_alike);
  check_again (talks, deal);
}

static void
print_zopa (const ParleyTalks *talks)
{
  ParleyZopa *zopa = parley_talks_find_zopa (talks, N_BEST, true);

  printf ("zopa/status=%d\n", (int) zopa->status);
  print_text ("zopa/", "deals", zopa->n_deals);
  print_text ("zopa/", "feasible", zopa->n_feasible);
  print_text ("zopa/", "acceptable", zopa->n_acceptable);
  for (size_t p = 0; p < talks->n_parties && zopa->n_accepted != NULL; p++)
    if (talks->parties[p]->decides)
      print_text ("zopa/accepted/", talks->parties[p]->id, zopa->n_accepted[p]);
  for (size_t i = 0; i < zopa->n_frontier; i++)
    print_deal (talks, "frontier", i, zopa->frontier[i]);
  for (size_t i = 0; i < zopa->n_solutions; i++)
    {
      printf ("solutions/%s/tied=%zu\n", zopa->solutions[i]->name, zopa->solutions[i]->n_tied);
      if (zopa->solutions[i]->deal != NULL)
        print_deal (talks, zopa->solutions[i]->name, 0, zopa->solutions[i]->deal);
    }
  for (size_t i = 0; i < zopa->n_best; i++)
    print_deal (talks, "best", i, zopa->best[i]);
  if (zopa->nearest != NULL)
    print_deal (talks, "nearest", 0, zopa->nearest);
  parley_zopa_free (zopa);
}

static void
print_issue (const ParleyTalksIssue *issue)
{
  char path[200];

  snprintf (path, sizeof path, "issues/%s/", issue->id);
  print_text (path, "title", issue->title);
  print_text (path, "unit", issue->unit);
  print_text (path, "kind", issue->kind);
  for (size_t i = 0; i < issue->n_options; i++)
    printf ("%soptions/%zu=%s\n", path, i, issue->options[i]);
}

/* What is negotiated, by whom. */
static void
print_talks (const ParleyTalks *talks)
{
  print_text ("", "title", talks->title);
  print_text ("", "as_of", talks->as_of);
  for (size_t p = 0; p < talks->n_parties; p++)
    {
      print_text ("roles/", talks->parties[p]->id, talks->parties[p]->role);
      print_text ("titles/", talks->parties[p]->id, talks->parties[p]->title);
    }
  for (size_t i = 0; i < talks->n_issues; i++)
    print_issue (talks->issues[i]);
  for (size_t i = 0; i < talks->n_drafts; i++)
    {
      print_text ("titles/", talks->drafts[i]->id, talks->drafts[i]->title);
      print_text ("dates/", talks->drafts[i]->id, talks->drafts[i]->date);
    }
}

int
main (int argc, char **argv)
{
  ParleyTalks *talks = argc < 2 ? NULL : parley_talks_open (argv[1], (void *) (argv + 2));
  int status = 0;

  if (talks == NULL)
    return PARLEY_STATUS_WRONG;
  status = (int) talks->status;
  for (size_t i = 0; i < talks->n_problems && talks->status != PARLEY_STATUS_DONE; i++)
    fprintf (stderr, "%s\n", talks->problems[i]->text);
  if (talks->status == PARLEY_STATUS_DONE)
    print_talks (talks);
  for (size_t i = 0; i < talks->n_drafts; i++)
    print_draft (talks, talks->drafts[i]->id);
  if (talks->status == PARLEY_STATUS_DONE)
    print_zopa (talks);
  parley_talks_free (talks);
  return status;
}
