/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Varies the weight that a party gives an issue, and tabulates what all make of each draft.
 * Usage: vary_weight FILE PARTY ISSUE */
#include <parley.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST 100
#define STEP 20

static void
print_problems (const ParleyTalks *talks)
{
  for (size_t i = 0; i < talks->n_problems; i++)
    fprintf (stderr, "%s\n", talks->problems[i]->text);
}

static void
print_head (const ParleyTalks *talks)
{
  printf ("weight");
  for (size_t i = 0; i < talks->n_drafts; i++)
    printf ("  %s", talks->drafts[i]->id);
  putchar ('\n');
}

/* Returns: its status. */
static int
print_row (const ParleyTalks *talks, int weight)
{
  int status = PARLEY_STATUS_DONE;

  printf ("%6d", weight);
  for (size_t i = 0; i < talks->n_drafts && status == PARLEY_STATUS_DONE; i++)
    {
      const char *id = talks->drafts[i]->id;
      ParleyJudgement *judgement = parley_talks_judge_draft (talks, id);

      status = (int) judgement->status;
      if (status == PARLEY_STATUS_DONE)
        printf ("  %*s", (int) strlen (id), judgement->verdict);
      else
        fprintf (stderr, "%s\n", judgement->message);
      parley_judgement_free (judgement);
    }
  putchar ('\n');
  return status;
}

/* Returns: its status. */
static int
try_weight (const ParleyTalks *talks, char **argv, int weight)
{
  size_t size = strlen (argv[2]) + strlen (argv[3]) + sizeof "--set=parties..weights.=100";
  char *setting = malloc (size);
  const char *const changes[] = { setting, NULL };
  ParleyTalks *changed = NULL;
  int status = 0;

  snprintf (setting, size, "--set=parties.%s.weights.%s=%d", argv[2], argv[3], weight);
  changed = parley_talks_change (talks, changes); /* the file is not read again */
  status = (int) changed->status;
  if (status == PARLEY_STATUS_DONE)
    status = print_row (changed, weight);
  else
    print_problems (changed);
  parley_talks_free (changed);
  free (setting);
  return status;
}

int
main (int argc, char **argv)
{
  ParleyTalks *talks = argc == 4 ? parley_talks_open (argv[1], NULL) : NULL;
  int status = talks == NULL ? PARLEY_STATUS_WRONG : (int) talks->status;

  if (talks == NULL)
    fputs ("Usage: vary_weight FILE PARTY ISSUE\n", stderr);
  else if (talks->status != PARLEY_STATUS_DONE)
    print_problems (talks);
  else
    print_head (talks);
  for (int weight = 0; status == PARLEY_STATUS_DONE && weight <= MOST; weight += STEP)
    status = try_weight (talks, argv, weight);
  parley_talks_free (talks);
  return status;
}
