/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libparley says of bad input, and that good input stays good in several threads.
 * Usage: refusals FOLDER, that of the scenarios */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parley/parley.h"

#define N_THREADS 4

static int n_failed;

static void
check (int holds, const char *what, const char *said)
{
  if (holds)
    return;
  printf ("FAILED: %s: %s\n", what, said == NULL ? "nothing is said" : said);
  n_failed++;
}

#define HEAD                                                                                       \
  "{\"format\":\"parley/1\",\"title\":\"Rent\",\"issues\":[{\"id\":\"rent\",\"title\":\"Rent\","   \
  "\"kind\":\"range\",\"min\":0,\"max\":10,\"step\":1},{\"id\":\"pets\",\"title\":\"Pets\","       \
  "\"kind\":\"choice\",\"options\":[{\"id\":\"none\",\"title\":\"None\"},"                         \
  "{\"id\":\"some\",\"title\":\"Some\"}]}],\"parties\":[{\"id\":\"tenant\",\"title\":\"Tenant\","  \
  "\"reservation\":{\"value\":50,\"basis\":\"fact\"},\"weights\":{\"rent\":100},"                  \
  "\"values\":{\"rent\":"
#define TAIL "}}]}"

static const char good[] = HEAD "{\"points\":[[0,100],[10,0]]}" TAIL;
/* Points that are one point for doubles. */
static const char close_by[] = HEAD
    "{\"points\":[[0,100],[\"1/3\",60],[\"1000000000000000000001/3000000000000000000000\",50],"
    "[10,0]],\"shape\":\"smooth\"}" TAIL;

static ParleyTalks *
read_text (const char *text, const char *change)
{
  const char *const changes[] = { change, NULL };

  return parley_talks_read ("rent", text, strlen (text), changes);
}

/* Reading. */

static const struct
{
  const char  *text;
  const char  *change;
  ParleyStatus status;
  const char  *code; /* of the first problem that is an error */
  unsigned int line;
} readings[] = {
  { good, NULL, PARLEY_STATUS_DONE, NULL, 0 },
  { close_by, NULL, PARLEY_STATUS_DONE, NULL, 0 },
  { good, "--set=parties.tenant.reservation=60", PARLEY_STATUS_DONE, NULL, 0 },
  { good, "--patch={\"title\":\"Lease\"}", PARLEY_STATUS_DONE, NULL, 0 },
  { good, "--patch={\"title\":}", PARLEY_STATUS_WRONG, "syntax", 1 },
  { good, "--set=parties.tenannt.reservation=60", PARLEY_STATUS_WRONG, "unknown-id", 1 },
  { good, "--set=nothing", PARLEY_STATUS_WRONG, "setting", 1 },
  { good, "--case=none", PARLEY_STATUS_WRONG, "unknown-case", 1 },
  { good, "parties.tenant.reservation=60", PARLEY_STATUS_WRONG, "setting", 0 },
  { good, "\xff", PARLEY_STATUS_WRONG, "setting", 0 },
  { "\n\n{\"format\":\"parley/1\"}", "nothing", PARLEY_STATUS_WRONG, "setting", 0 },
  { good, "--overlay=/nowhere/at.all", PARLEY_STATUS_FAILED, "unreadable", 1 },
  { "", NULL, PARLEY_STATUS_WRONG, "syntax", 1 },
  { "\n{", NULL, PARLEY_STATUS_WRONG, "syntax", 2 },
  { "null", NULL, PARLEY_STATUS_WRONG, "not-an-object", 1 },
  { "{\"format\":\"parley/1\"}", NULL, PARLEY_STATUS_WRONG, "missing-key", 1 },
};

static const ParleyTalksProblem *
first_error (const ParleyTalks *talks)
{
  for (size_t i = 0; i < talks->n_problems; i++)
    if (talks->problems[i]->is_error)
      return talks->problems[i];
  return NULL;
}

static void
check_reading (size_t row)
{
  static const char *const open[] = { NULL };
  ParleyTalks *talks = read_text (readings[row].text, readings[row].change);
  ParleyJudgement *judgement = parley_talks_judge_deal (talks, open);
  ParleyZopa *zopa = parley_talks_find_zopa (talks, 1, false);
  const ParleyTalksProblem *error = first_error (talks);
  const char *label = readings[row].change != NULL ? readings[row].change : readings[row].text;

  check (talks->status == readings[row].status, label, error == NULL ? NULL : error->text);
  if (readings[row].code == NULL)
    check (error == NULL && talks->n_parties == 1, label, "has a problem");
  else
    check (error != NULL && strcmp (error->code, readings[row].code) == 0
               && error->line == readings[row].line && strstr (error->text, error->message) != NULL
               && talks->n_parties == 0,
           label, error == NULL ? NULL : error->text);
  check ((judgement->status == PARLEY_STATUS_DONE) == (error == NULL), label, judgement->message);
  check (judgement->rounded == (readings[row].text == close_by), label, "is rounded or not");
  check (zopa->rounded == judgement->rounded, label, "has other deals");
  parley_zopa_free (zopa);
  parley_judgement_free (judgement);
  parley_talks_free (talks);
}

static const struct
{
  const char *text;
  const char *change;
  const char *says; /* file, place, pointer, found, expected, suggestion */
} places[] = {
  { "{\"a\":", NULL,
    "rent 1:6 /a (the end of the file) (a string in double quotes, a number, true, false, an object "
    "or a list) (none)" },
  { good, "--set=parties.tenannt.reservation=60",
    "--set parties.tenannt.reservation=60 1:9  (none) (an id of the list; what is new carries its "
    "own \"id\") (tenant)" },
};

static const char *
or_none (const char *text)
{
  return text == NULL ? "none" : text;
}

static void
check_place (size_t row)
{
  ParleyTalks *talks = read_text (places[row].text, places[row].change);
  const ParleyTalksProblem *error = first_error (talks);
  char said[400] = "";

  if (error != NULL)
    snprintf (said, sizeof said, "%s %u:%u %s (%s) (%s) (%s)", error->file, error->line,
              error->column, error->pointer, or_none (error->found), or_none (error->expected),
              or_none (error->suggestion));
  check (strcmp (said, places[row].says) == 0, places[row].says, said);
  parley_talks_free (talks);
}

static void
check_missing_file (void)
{
  ParleyTalks *talks = parley_talks_open ("/nowhere/at.all", NULL);
  ParleyTalks *again = parley_talks_change (talks, NULL);
  ParleyZopa *zopa = parley_talks_find_zopa (talks, 1, true);
  ParleyJudgement *judgement = parley_talks_judge_draft (talks, "any");

  check (talks->status == PARLEY_STATUS_FAILED, "a file that is not there", NULL);
  check (again->status == PARLEY_STATUS_FAILED && again->n_problems == 1, "the same again", NULL);
  check (zopa->status == PARLEY_STATUS_WRONG && zopa->message != NULL, "its deals", NULL);
  check (judgement->status == PARLEY_STATUS_WRONG, "its drafts", judgement->message);
  parley_judgement_free (judgement);
  parley_zopa_free (zopa);
  parley_talks_free (again);
  parley_talks_free (talks);
}

/* Problems stand in the order of their places, whoever finds them, and are the same when the talks
 * are changed, though nothing of the text can be read. */
static void
check_order (void)
{
  static const char *const bad[] = { "\xff", NULL };
  static const char warned[] = HEAD "{\"points\":[[0,100],[10,0]]}" TAIL;
  ParleyTalks *talks = parley_talks_read ("rent", warned, strlen (warned), bad);
  ParleyTalks *broken = read_text ("[", NULL);
  ParleyTalks *again = parley_talks_change (broken, bad);

  check (talks->n_problems > 1 && talks->problems[0]->line == 0
             && strstr (talks->problems[0]->message, "\"\xef\xbf\xbd\" is no change") != NULL,
         "a bad change goes first", talks->n_problems > 0 ? talks->problems[0]->text : NULL);
  check (again->n_problems == 2 && broken->n_problems == 1
             && strcmp (again->problems[1]->text, broken->problems[0]->text) == 0,
         "no JSON, changed", again->n_problems > 1 ? again->problems[1]->text : NULL);
  parley_talks_free (again);
  parley_talks_free (broken);
  parley_talks_free (talks);
}

/* Who has to accept. */
static void
check_decides (void)
{
  static const char *const more[]
      = { "--patch={\"parties\":{\"council\":{\"id\":\"council\",\"title\":\"Council\","
          "\"role\":\"ratifier\",\"red_lines\":[{\"id\":\"quiet\",\"never\":{\"pets\":\"some\"}}]},"
          "\"town\":{\"id\":\"town\",\"title\":\"Town\",\"role\":\"affected\"}}}",
          NULL };
  ParleyTalks *talks = parley_talks_read ("rent", good, strlen (good), more);

  check (talks->n_parties == 3 && talks->parties[0]->decides && talks->parties[1]->decides
             && !talks->parties[2]->decides,
         "who decides", talks->n_problems > 0 ? talks->problems[0]->text : NULL);
  parley_talks_free (talks);
}

/* However many are asked for: the tenant accepts a rent up to 5, with pets or without. */
static void
check_most (const ParleyTalks *talks)
{
  static const size_t asked[] = { 3, 1000001, SIZE_MAX / 2 + 1, SIZE_MAX };
  static const size_t listed[] = { 3, 12, 12, 12 };

  for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
    {
      ParleyZopa *zopa = parley_talks_find_zopa (talks, asked[i], false);

      check (zopa->n_best == listed[i], "how many are listed", zopa->message);
      parley_zopa_free (zopa);
    }
}

/* Judging. */

#define HALF "77777777777777777777777777777777777777777777777777"
#define LONG HALF HALF HALF

static const struct
{
  const char *terms[3];
  const char *says; /* NULL: it is a deal */
  const char *low;
} deals[] = {
  { { "rent=5", "pets=none", NULL }, NULL, "50" },
  { { "rent=1/3", NULL }, NULL, "290/3" },
  { { "rent=0.1", NULL }, NULL, "99" },
  { { NULL }, NULL, "0" },
  { { "rent=11", NULL }, "from 0 to 10, not \"11\"", NULL },
  { { "rent=ten", NULL }, "not \"ten\"", NULL },
  { { "rent", NULL }, "not \"\"", NULL },
  { { "pets=nome", NULL }, "did you mean \"none\"?", NULL },
  { { "pet=none", NULL }, "did you mean \"pets\"?", NULL },
  { { "rent=1", "rent=2", NULL }, "two terms", NULL },
  { { "\xff=1", NULL }, "no issue \"\xef\xbf\xbd\"", NULL },
  { { "rent=" LONG, NULL }, "from 0 to 10, not \"" HALF "\xe2\x80\xa6" HALF "\"", NULL },
  { { "pets=" LONG, NULL }, "no option \"" HALF "\xe2\x80\xa6" HALF "\"", NULL },
  { { LONG "=1", NULL }, "no issue \"" HALF "\xe2\x80\xa6" HALF "\"", NULL },
};

static void
check_deal (const ParleyTalks *talks, size_t row)
{
  ParleyJudgement *judgement = parley_talks_judge_deal (talks, deals[row].terms);

  if (deals[row].says == NULL)
    check (judgement->status == PARLEY_STATUS_DONE
               && strcmp (judgement->opinions[0]->low.exact, deals[row].low) == 0,
           deals[row].low, judgement->message);
  else
    check (judgement->status == PARLEY_STATUS_WRONG && judgement->n_opinions == 0
               && strstr (judgement->message, deals[row].says) != NULL,
           deals[row].says, judgement->message);
  parley_judgement_free (judgement);
}

static void
check_change (const ParleyTalks *talks)
{
  const char *const changes[] = { "--set=parties.tenant.reservation=60", NULL };
  ParleyTalks *changed = parley_talks_change (talks, changes);
  ParleyTalks *back = parley_talks_change (changed, NULL);

  check (strcmp (changed->parties[0]->reservation.exact, "60") == 0, "a change", NULL);
  check (strcmp (back->parties[0]->reservation.exact, "50") == 0, "a change taken back", NULL);
  parley_talks_free (changed);
  parley_talks_free (back);
}

/* What is too much. */

#define N_RANGES 6
#define N_TIES   90

/* Ranges of many values, and adjustments that tie each two of them. To be freed. */
static char *
wide_text (void)
{
  char *text = NULL;
  size_t length = 0;
  FILE *out = open_memstream (&text, &length);

  fputs ("{\"format\":\"parley/1\",\"title\":\"Wide\",\"issues\":[", out);
  for (int i = 0; i < N_RANGES; i++)
    fprintf (
        out,
        "%s{\"id\":\"i%d\",\"title\":\"I\",\"kind\":\"range\",\"min\":0,\"max\":999,\"step\":1}",
        i > 0 ? "," : "", i);
  fputs ("],\"parties\":[{\"id\":\"p\",\"title\":\"P\",\"reservation\":50,\"weights\":{\"i0\":1},"
         "\"values\":{\"i0\":{\"points\":[[0,0],[999,100]]}},\"adjustments\":[",
         out);
  for (int a = 0; a < N_TIES; a++)
    fprintf (
        out,
        "%s{\"id\":\"a%d\",\"when\":{\"i%d\":{\"min\":%d},\"i%d\":{\"max\":%d}},\"points\":%d}",
        a > 0 ? "," : "", a, a % N_RANGES, a * 271 % 1000, (a + 1 + a / N_RANGES % 4) % N_RANGES,
        a * 613 % 1000, 1 + a % 7);
  fputs ("]}]}", out);
  fclose (out);
  return text;
}

static void
check_too_much (void)
{
  char *text = wide_text ();
  ParleyTalks *talks = read_text (text, NULL);
  ParleyZopa *zopa = parley_talks_find_zopa (talks, 1, true);

  check (talks->status == PARLEY_STATUS_DONE, "wide talks", "cannot be read");
  check (zopa->status == PARLEY_STATUS_WRONG && zopa->message != NULL
             && strstr (zopa->message, "too many") != NULL && zopa->n_frontier == 0,
         "wide talks", zopa->message);
  parley_zopa_free (zopa);
  parley_talks_free (talks);
  free (text);
}

/* Threads. */

static void *
ask (void *talks)
{
  ParleyJudgement *judgement = parley_talks_judge_draft (talks, "us-12feb");
  ParleyZopa *zopa = parley_talks_find_zopa (talks, 3, false);
  void *same
      = judgement->status == PARLEY_STATUS_DONE && zopa->n_best == 3 && zopa->n_acceptable == NULL
            ? talks
            : NULL;

  parley_judgement_free (judgement);
  parley_zopa_free (zopa);
  return same;
}

static void
check_threads (const char *folder)
{
  char path[1000];
  ParleyTalks *talks = NULL;
  pthread_t threads[N_THREADS];
  void *result = NULL;

  snprintf (path, sizeof path, "%s/us-ukraine-minerals-february.json", folder);
  talks = parley_talks_open (path, NULL);
  for (int i = 0; i < N_THREADS; i++)
    pthread_create (&threads[i], NULL, ask, talks);
  for (int i = 0; i < N_THREADS; i++)
    {
      pthread_join (threads[i], &result);
      check (result == talks, "a thread", "another answer");
    }
  parley_talks_free (talks);
}

int
main (int argc, char **argv)
{
  ParleyTalks *talks = read_text (good, NULL);

  for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
    check_reading (i);
  for (size_t i = 0; i < sizeof places / sizeof *places; i++)
    check_place (i);
  for (size_t i = 0; i < sizeof deals / sizeof *deals; i++)
    check_deal (talks, i);
  check_missing_file ();
  check_order ();
  check_decides ();
  check_most (talks);
  check_change (talks);
  check_too_much ();
  if (argc > 1)
    check_threads (argv[1]);
  parley_talks_free (talks);
  parley_talks_free (NULL);
  parley_judgement_free (NULL);
  parley_zopa_free (NULL);
  return n_failed > 0;
}
