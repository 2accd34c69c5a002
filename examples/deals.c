/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says whether there is a deal, how many there are, and which one Nash's solution is.
 * Usage: deals FILE [CHANGE...], such as --set=parties.ukraine.reservation=60 */
#include <parley.h>
#include <stdio.h>

static void
print_deal (const ParleyTalks *talks, const ParleyZopaDeal *deal)
{
  for (size_t p = 0; p < talks->n_parties; p++)
    if (deal->scores[p].exact != NULL)
      printf ("  %s: %.1f points, exactly %s\n", talks->parties[p]->title, deal->scores[p].value,
              deal->scores[p].exact);
  for (const char *const *term = deal->terms; *term != NULL; term++)
    printf ("  %s\n", *term);
}

static void
print_answer (const ParleyTalks *talks, const ParleyZopa *zopa)
{
  if (zopa->n_acceptable != NULL)
    printf ("Of %s deals %s are acceptable to all.\n", zopa->n_deals, zopa->n_acceptable);
  if (zopa->status == PARLEY_STATUS_DONE)
    {
      printf ("On %zu points nobody can have more unless somebody has less.\n", zopa->n_frontier);
      printf ("%s:\n", zopa->solutions[0]->name);
      print_deal (talks, zopa->solutions[0]->deal);
    }
  else if (zopa->nearest != NULL)
    {
      puts ("Nearest to one:");
      print_deal (talks, zopa->nearest);
    }
}

/* Returns: its status. */
static int
answer (const ParleyTalks *talks)
{
  ParleyZopa *zopa = parley_talks_find_zopa (talks, 0, true);
  int status = (int) zopa->status;

  if (zopa->message != NULL)
    fprintf (stderr, "%s\n", zopa->message);
  else
    print_answer (talks, zopa);
  parley_zopa_free (zopa);
  return status;
}

int
main (int argc, char **argv)
{
  /* What follows the file ends with NULL, as lists of changes do. */
  ParleyTalks *talks
      = argc < 2 ? NULL : parley_talks_open (argv[1], (const char *const *) (argv + 2));
  int status = talks == NULL ? PARLEY_STATUS_WRONG : (int) talks->status;

  if (talks == NULL)
    fputs ("Usage: deals FILE [CHANGE...]\n", stderr);
  else if (talks->status == PARLEY_STATUS_DONE)
    status = answer (talks);
  else
    for (size_t i = 0; i < talks->n_problems; i++)
      fprintf (stderr, "%s\n", talks->problems[i]->text);
  parley_talks_free (talks);
  return status;
}
