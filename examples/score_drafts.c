/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what each party makes of each draft, and why those reject that do.
 * Usage: score_drafts FILE */
#include <parley.h>
#include <stdio.h>

static void
print_reasons (const ParleyOpinion *opinion)
{
  for (size_t i = 0; i < opinion->n_red_lines; i++)
    printf ("    crosses the red line %s (in %s completions)\n", opinion->red_lines[i]->id,
            opinion->red_lines[i]->when);
  if (opinion->falls_short)
    printf ("    is short of its %s points\n", opinion->reservation.exact);
}

static void
print_opinion (const ParleyOpinion *opinion)
{
  if (opinion->verdict == NULL)
    return;
  printf ("  %-10s %-10s", opinion->party, opinion->verdict);
  if (opinion->low.exact != NULL)
    printf (" %4.1f to %4.1f points", opinion->low.value, opinion->high.value);
  putchar ('\n');
  print_reasons (opinion);
}

static void
print_draft (const ParleyTalks *talks, const ParleyTalksDraft *draft)
{
  ParleyJudgement *judgement = parley_talks_judge_draft (talks, draft->id);

  if (judgement->status == PARLEY_STATUS_DONE)
    {
      printf ("%s: %s\n", draft->title, judgement->verdict);
      for (size_t i = 0; i < judgement->n_opinions; i++)
        print_opinion (judgement->opinions[i]);
    }
  else
    printf ("%s: %s\n", draft->title, judgement->message);
  parley_judgement_free (judgement);
}

int
main (int argc, char **argv)
{
  ParleyTalks *talks = argc == 2 ? parley_talks_open (argv[1], NULL) : NULL;
  int status = talks == NULL ? PARLEY_STATUS_WRONG : (int) talks->status;

  if (talks == NULL)
    fputs ("Usage: score_drafts FILE\n", stderr);
  else if (talks->status != PARLEY_STATUS_DONE)
    for (size_t i = 0; i < talks->n_problems; i++)
      fprintf (stderr, "%s\n", talks->problems[i]->text);
  else
    for (size_t i = 0; i < talks->n_drafts; i++)
      print_draft (talks, talks->drafts[i]);
  parley_talks_free (talks);
  return status;
}
