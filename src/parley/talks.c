/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parley/talks.h"

#include "parley/arena.h"
#include "parley/deal_terms.h"
#include "parley/talks_part.h"
#include "base/error.h"
#include "base/shorten.h"
#include "scenario/load.h"

/* Bytes. */
#define MOST_QUOTED 100

/* What is behind them. */
typedef struct
{
  ParleyTalks   talks; /* first, so that one is the other */
  ParleyArena  *arena;
  char         *path;   /* NULL: from memory */
  ParleyLoaded *loaded; /* NULL: the file cannot be read */
} Talks;

static const struct
{
  const char *option;
  ParleyChangeKind kind;
} kinds[] = {
  { "--case=", PARLEY_CHANGE_CASE },   { "--overlay=", PARLEY_CHANGE_OVERLAY },
  { "--patch=", PARLEY_CHANGE_PATCH }, { "--set=", PARLEY_CHANGE_SET },
  { "--use=", PARLEY_CHANGE_USE },
};

/* Returns: (transfer full): NULL when @text is no change. */
static ParleyChange *
change_of (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (text, kinds[i].option))
      {
        const char *argument = text + strlen (kinds[i].option);

        return kinds[i].kind == PARLEY_CHANGE_PATCH ? parley_change_new_patch ("--patch", argument)
                                                    : parley_change_new (kinds[i].kind, argument);
      }
  return NULL;
}

/* Those that are any; of the others @bad gets the last. */
static GPtrArray *
changes_of (const char *const *texts, const char **bad)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      ParleyChange *change = change_of (texts[i]);

      if (change != NULL)
        g_ptr_array_add (changes, change);
      else
        *bad = texts[i];
    }
  return changes;
}

static const ParleyTalksProblem *
problem_new (ParleyArena *arena, const ParleyProblem *problem)
{
  ParleyTalksProblem *self = parley_arena_add (arena, ParleyTalksProblem, 1);

  self->is_error = parley_problem_code_severity (problem->code) == PARLEY_SEVERITY_ERROR;
  self->code = parley_problem_code_id (problem->code);
  self->file = parley_arena_text (arena, problem->file);
  self->line = problem->line;
  self->column = problem->column;
  self->pointer = parley_arena_text (arena, problem->pointer);
  self->message = parley_arena_text (arena, problem->message);
  self->found = parley_arena_text (arena, problem->found);
  self->expected = parley_arena_text (arena, problem->expected);
  self->suggestion = parley_arena_text (arena, problem->suggestion);
  self->text = parley_arena_take (arena, parley_problem_to_string (problem));
  return self;
}

static const ParleyTalksParty *
party_new (ParleyArena *arena, const ParleyScenario *scenario, const ParleyParty *party)
{
  const ParleyNumber *reservation = parley_party_reservation_at (party, scenario->as_of);
  ParleyTalksParty *self = parley_arena_add (arena, ParleyTalksParty, 1);

  self->id = party->id;
  self->title = party->title;
  self->role = parley_role_words[party->role];
  self->decides = parley_party_decides (party);
  self->reservation = parley_arena_amount (arena, reservation == NULL ? NULL : reservation->value);
  return self;
}

static const char *
option_of (ParleyArena *arena, const ParleyIssue *issue, guint option)
{
  if (issue->kind == PARLEY_ISSUE_CHOICE)
    return parley_issue_option (issue, option)->id;
  return parley_arena_take (arena, parley_term_number (g_ptr_array_index (issue->grid, option)));
}

static const ParleyTalksIssue *
issue_new (ParleyArena *arena, const ParleyIssue *issue)
{
  static const char *const kind_words[] = { [PARLEY_ISSUE_CHOICE] = "choice",
                                            [PARLEY_ISSUE_RANGE] = "range",
                                            [PARLEY_ISSUE_PRODUCT] = "derived",
                                            [PARLEY_ISSUE_TABLE] = "derived" };
  const GPtrArray *all = issue->kind == PARLEY_ISSUE_CHOICE ? issue->options : issue->grid;
  guint n = parley_issue_is_derived (issue) ? 0 : all->len;
  ParleyTalksIssue *self = parley_arena_add (arena, ParleyTalksIssue, 1);
  const char **options = parley_arena_add (arena, const char *, n);

  for (guint i = 0; i < n; i++)
    options[i] = option_of (arena, issue, i);
  self->id = issue->id;
  self->title = issue->title;
  self->unit = issue->unit;
  self->kind = kind_words[issue->kind];
  self->n_options = n;
  self->options = options;
  return self;
}

static const ParleyTalksDraft *
draft_new (ParleyArena *arena, const ParleyDraft *draft)
{
  ParleyTalksDraft *self = parley_arena_add (arena, ParleyTalksDraft, 1);

  *self = (ParleyTalksDraft){ draft->id, draft->title, draft->date };
  return self;
}

static void
add_problems (Talks *self, const ParleyProblems *problems)
{
  guint n = problems->items->len;
  const ParleyTalksProblem **list = parley_arena_add (self->arena, const ParleyTalksProblem *, n);

  for (guint i = 0; i < n; i++)
    {
      const ParleyProblem *problem = parley_problems_get (problems, i);

      list[i] = problem_new (self->arena, problem);
      if (problem->code == PARLEY_PROBLEM_UNREADABLE)
        self->talks.status = PARLEY_STATUS_FAILED;
      else if (list[i]->is_error)
        self->talks.status = MAX (self->talks.status, PARLEY_STATUS_WRONG);
    }
  self->talks.n_problems = n;
  self->talks.problems = list;
}

static void
add_scenario (Talks *self, const ParleyScenario *scenario)
{
  guint n_parties = scenario->parties->len, n_issues = scenario->issues->len;
  guint n_drafts = scenario->drafts->len;
  const ParleyTalksParty **parties
      = parley_arena_add (self->arena, const ParleyTalksParty *, n_parties);
  const ParleyTalksIssue **issues
      = parley_arena_add (self->arena, const ParleyTalksIssue *, n_issues);
  const ParleyTalksDraft **drafts
      = parley_arena_add (self->arena, const ParleyTalksDraft *, n_drafts);

  for (guint i = 0; i < n_parties; i++)
    parties[i] = party_new (self->arena, scenario, parley_scenario_party (scenario, i));
  for (guint i = 0; i < n_issues; i++)
    issues[i] = issue_new (self->arena, parley_scenario_issue (scenario, i));
  for (guint i = 0; i < n_drafts; i++)
    drafts[i] = draft_new (self->arena, parley_scenario_draft (scenario, i));
  self->talks = (ParleyTalks){ self->talks.status,
                               self->talks.n_problems,
                               self->talks.problems,
                               scenario->title,
                               scenario->as_of,
                               n_parties,
                               parties,
                               n_issues,
                               issues,
                               n_drafts,
                               drafts };
}

/* Reports what is wrong beside what the reader finds. */
static void
add_complaints (ParleyLoaded *loaded, const char *bad)
{
  g_autofree char *quoted = bad == NULL ? NULL : parley_quote (bad);

  if (bad != NULL)
    parley_problems_add_to_file (loaded->problems, PARLEY_PROBLEM_SETTING, loaded->text, 0,
                                 "\"%s\" is no change, which begins with --case=, --overlay=, "
                                 "--patch=, --set= or --use=",
                                 quoted);
  if (loaded->is_model)
    parley_problems_add_to_file (
        loaded->problems, PARLEY_PROBLEM_UNKNOWN_FORMAT, loaded->text, 0,
        "this is the model of one party; it takes a scenario to score deals");
  parley_problems_sort (loaded->problems);
}

/* Takes @loaded, or what @error says of the file that is not there. */
static ParleyTalks *
talks_new (const char *path, ParleyLoaded *loaded, const char *bad, const GError *error)
{
  Talks *self = g_new0 (Talks, 1);
  g_autoptr(ParleyProblems) unread = parley_problems_new ();

  self->arena = parley_arena_new ();
  self->path = g_strdup (path);
  self->loaded = loaded;
  if (loaded == NULL)
    {
      g_autoptr(ParleyText) text = parley_text_new_take (path, NULL, g_strdup (""), 0);

      parley_problems_add_to_file (unread, parley_problem_code_of (error), text, 0, "%s",
                                   error->message);
      add_problems (self, unread);
      return &self->talks;
    }
  add_complaints (loaded, bad);
  add_problems (self, loaded->problems);
  if (self->talks.status == PARLEY_STATUS_DONE)
    add_scenario (self, loaded->scenario);
  return &self->talks;
}

ParleyTalks *
parley_talks_open (const char *path, const char *const *changes)
{
  const char *bad = NULL;
  g_autoptr(GPtrArray) list = changes_of (changes, &bad);
  g_autoptr(GError) error = NULL;
  ParleyLoaded *loaded = parley_load (path, list, &error);

  return talks_new (path, loaded, bad, error);
}

ParleyTalks *
parley_talks_read (const char *name, const char *text, size_t length, const char *const *changes)
{
  const char *bad = NULL;
  g_autoptr(GPtrArray) list = changes_of (changes, &bad);
  char *copy = memcpy (g_malloc0 (length + 1), text, length);
  g_autoptr(ParleyText) own = parley_text_new_take (name, NULL, copy, length);

  return talks_new (NULL, parley_load_text (own, list), bad, NULL);
}

ParleyTalks *
parley_talks_change (const ParleyTalks *talks, const char *const *changes)
{
  const Talks *self = (const Talks *) talks;
  const char *bad = NULL;
  g_autoptr(GPtrArray) list = NULL;

  if (self->loaded == NULL)
    return parley_talks_open (self->path, changes);
  list = changes_of (changes, &bad);
  return talks_new (self->path, parley_loaded_with (self->loaded, list), bad, NULL);
}

void
parley_talks_free (ParleyTalks *talks)
{
  Talks *self = (Talks *) talks;

  if (self == NULL)
    return;
  parley_loaded_free (self->loaded);
  g_ptr_array_unref (self->arena);
  g_free (self->path);
  g_free (self);
}

const ParleyScenario *
parley_talks_scenario (const ParleyTalks *self, GError **error)
{
  if (self->status == PARLEY_STATUS_DONE)
    return ((const Talks *) self)->loaded->scenario;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "the scenario has problems");
  return NULL;
}

char *
parley_quote (const char *text)
{
  return parley_shorten_take (g_utf8_make_valid (text, -1), MOST_QUOTED / 2, MOST_QUOTED / 2);
}

ParleyStatus
parley_status_of (const GError *error)
{
  if (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_IO)
      || g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_MEMORY))
    return PARLEY_STATUS_FAILED;
  return PARLEY_STATUS_WRONG;
}
