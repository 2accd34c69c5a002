/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/render.h"
#include "report/offers.h"

static char *for_party;
static char *at;
static char *within;
static char *slack;
static int number = 3;
static char *among;

static const GOptionEntry entries[] = {
  { "for", 0, 0, G_OPTION_ARG_STRING, &for_party, "whose offers these are", "PARTY" },
  { "at", 0, 0, G_OPTION_ARG_STRING, &at,
    "what each is worth to the party (what it has in the Nash deal)", "SCORE" },
  { "number", 'k', 0, G_OPTION_ARG_INT, &number, "how many offers, from 1 to 9 (3)", "N" },
  { "within", 0, 0, G_OPTION_ARG_STRING, &within,
    "how many points more an offer may be worth to the party (1)", "POINTS" },
  { "slack", 0, 0, G_OPTION_ARG_STRING, &slack,
    "how many points below the best for the others an offer may be (2)", "POINTS" },
  { "among", 0, 0, G_OPTION_ARG_STRING, &among,
    "look at all terms (the default), at those tabled in some draft, or at those that a party has "
    "tabled or accepted",
    "all|tabled|PARTY" },
  { NULL },
};

/* The numbers that options give. */
typedef struct
{
  mpq_t at;
  mpq_t within;
  mpq_t slack;
} Numbers;

static void
numbers_init (Numbers *self)
{
  mpq_inits (self->at, self->within, self->slack, NULL);
  mpq_set_ui (self->within, 1, 1);
  mpq_set_ui (self->slack, 2, 1);
}

static void
numbers_clear (Numbers *self)
{
  mpq_clears (self->at, self->within, self->slack, NULL);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Numbers, numbers_clear)

/* Leaves @number as it is when the option was not given. */
static gboolean
read_number (const char *option,
             const char *text,
             gboolean signed_too,
             mpq_ptr result,
             GError **error)
{
  if (text == NULL || (parley_exact_parse (text, result) && (signed_too || mpq_sgn (result) >= 0)))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "%s takes a number of points%s, not \"%s\"", option, signed_too ? "" : " from 0 on",
               text);
  return FALSE;
}

static gboolean
read_count (guint *count, GError **error)
{
  *count = (guint) number;
  return parley_choose_whole ("--number", number, 1, PARLEY_OFFERS_MOST, error);
}

/* The party must negotiate: who offers is one of those at the table. */
static gboolean
choose_party (const ParleyScenario *scenario, guint *party, GError **error)
{
  if (for_party == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "--for PARTY is missing: whose offers?");
      return FALSE;
    }
  return parley_choose_negotiator (scenario, "--for", for_party, party, error);
}

static ParleyOffers *
find (const ParleyScenario *scenario, GError **error)
{
  g_auto(Numbers) numbers = { 0 };
  ParleyOffersRequest request
      = { .at = at == NULL ? NULL : numbers.at, .within = numbers.within, .slack = numbers.slack };

  numbers_init (&numbers);
  if (!choose_party (scenario, &request.party, error)
      || !read_number ("--at", at, TRUE, numbers.at, error)
      || !read_number ("--within", within, FALSE, numbers.within, error)
      || !read_number ("--slack", slack, FALSE, numbers.slack, error)
      || !read_count (&request.n, error)
      || !parley_choose_among (scenario, among, &request.among, &request.among_party, error))
    return NULL;
  return parley_offers_new (scenario, &request, error);
}

static void
render (const ParleyOptions *options, const ParleyOffers *offers, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_offers_to_json (offers, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_offers_to_table (offers), result);
  else
    parley_render_document (options, parley_offers_to_document (offers), result);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  g_autoptr(ParleyOffers) offers = NULL;

  if (loaded == NULL)
    return status;
  offers = find (loaded->scenario, &error);
  if (offers == NULL)
    return parley_input_fail (error);
  render (options, offers, result);
  return offers->offers->len > 0 ? PARLEY_EXIT_DONE : PARLEY_EXIT_NO;
}

static const char details[]
    = "Finds offers to be made at the same time: deals worth the same to a party, nearly the best\n"
      "for the others at that price, and as different from each other as possible. What the others\n"
      "choose then says what they want. The exit status is 1 when no deal is worth that.";

const ParleyCommand parley_cmd_offers = {
  .name = "offers",
  .arguments = "FILE",
  .summary = "make several different offers worth the same to a party",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT,
  .entries = entries,
  .run = run,
};
