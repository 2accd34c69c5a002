/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/about.h"
#include "cli/brief_files.h"
#include "cli/case_set.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/publish.h"
#include "cli/render.h"
#include "report/brief.h"
#include "report/language.h"

#define MOST_DRAWS 100000000

static char *for_party;
static char *among;
static char *drafts;
static char *sections;
static char *classification;
static char *drafter;
static char *date;
static char *lang;
static gint64 n_draws = 10000;
static gint64 seed = 1;
static gboolean no_count;

static const GOptionEntry entries[] = {
  { "for", 0, 0, G_OPTION_ARG_STRING, &for_party,
    "whose team the briefing is for; without it, it is for a mediator", "PARTY" },
  { "drafts", 0, 0, G_OPTION_ARG_STRING, &drafts, "the drafts to be compared (all)",
    "DRAFT,DRAFT" },
  { "among", 0, 0, G_OPTION_ARG_STRING, &among,
    "propose from all terms, from those tabled in some draft, or from those that a party has tabled "
    "or accepted (the other side's, where there is one and these leave a deal)",
    "all|tabled|PARTY" },
  { "sections", 0, 0, G_OPTION_ARG_STRING, &sections,
    "the parts to be written, in this order: summary, issues, plan, drafts, deals, common, "
    "frontier, doubts, cases, method, sources",
    "PART,PART" },
  { "classification", 0, 0, G_OPTION_ARG_STRING, &classification,
    "how the briefing is classified: stands at the head and the foot of each page", "TEXT" },
  { "drafter", 0, 0, G_OPTION_ARG_STRING, &drafter, "who has drafted it", "NAME" },
  { "date", 0, 0, G_OPTION_ARG_STRING, &date, "the date of the briefing", "YYYY-MM-DD" },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &lang,
    "the language of what Parley says (en); what the scenario says stays as it is", "en|uk" },
  { "draws", 0, 0, G_OPTION_ARG_INT64, &n_draws,
    "how many draws likelihoods are taken from (10000); 0: leave them out", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "which draws: the same seed, the same draws (1)",
    "N" },
  { "no-count", 0, 0, G_OPTION_ARG_NONE, &no_count, "do not count deals, which is much faster",
    NULL },
  { NULL },
};

/* What a briefing is made from, beside the scenario. */
typedef struct
{
  ParleyBriefingRequest request;
  ParleyBriefSettings   settings;
  GArray               *drafts;   /* of guint */
  GArray               *sections; /* of ParleyBriefSection */
  ParleyBriefFiles     *files;
  GString              *about;
} Order;

static void
order_clear (Order *self)
{
  g_clear_pointer (&self->drafts, g_array_unref);
  g_clear_pointer (&self->sections, g_array_unref);
  parley_brief_files_free (self->files);
  if (self->about != NULL)
    g_string_free (self->about, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

/* Adds the part that @word names, once. */
static gboolean
add_section (GArray *parts, const char *word, GError **error)
{
  guint part = 0;

  if (!parley_choose_word ("--sections", word, parley_brief_section_names, &part, error))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, ParleyBriefSection, i) == (ParleyBriefSection) part)
      {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     "--sections names \"%s\" twice", word);
        return FALSE;
      }
  g_array_append_val (parts, part);
  return TRUE;
}

static gboolean
read_sections (Order *order, GError **error)
{
  g_auto(GStrv) words = g_strsplit (sections == NULL ? "" : sections, ",", -1);

  order->sections = g_array_new (FALSE, FALSE, sizeof (ParleyBriefSection));
  /* Of nothing there are no words at all. */
  if (sections != NULL && words[0] == NULL)
    return add_section (order->sections, "", error);
  for (guint i = 0; sections != NULL && words[i] != NULL; i++)
    if (!add_section (order->sections, g_strstrip (words[i]), error))
      return FALSE;
  for (ParleyBriefSection part = 0; sections == NULL && part < PARLEY_N_BRIEF_SECTIONS; part++)
    g_array_append_val (order->sections, part);
  order->settings.sections = (const ParleyBriefSection *) (gpointer) order->sections->data;
  order->settings.n_sections = order->sections->len;
  return TRUE;
}

static gboolean
read_drafts (const ParleyScenario *scenario, Order *order, GError **error)
{
  g_auto(GStrv) ids = g_strsplit (drafts == NULL ? "" : drafts, ",", -1);

  order->drafts = parley_choose_drafts (scenario, ids, error);
  if (order->drafts == NULL)
    return FALSE;
  order->request.drafts = (const guint *) (gpointer) order->drafts->data;
  order->request.n_drafts = order->drafts->len;
  return TRUE;
}

static gboolean
read_numbers (Order *order, GError **error)
{
  if (!parley_choose_whole ("--draws", n_draws, 0, MOST_DRAWS, error)
      || !parley_choose_seed (seed, error))
    return FALSE;
  order->request.n_draws = (guint64) n_draws;
  order->request.seed = (guint64) seed;
  order->request.count = !no_count;
  return TRUE;
}

static gboolean
read_request (const ParleyScenario *scenario, Order *order, GError **error)
{
  ParleyBriefingRequest *request = &order->request;
  guint party = 0;

  request->party = -1;
  request->is_among = among != NULL;
  if (for_party != NULL)
    {
      if (!parley_choose_negotiator (scenario, "--for", for_party, &party, error))
        return FALSE;
      request->party = (int) party;
    }
  return parley_choose_among (scenario, among, &request->among, &request->among_party, error)
         && read_drafts (scenario, order, error) && read_numbers (order, error)
         && read_sections (order, error);
}

static gboolean
read_settings (const ParleyOptions *options,
               const ParleyLoaded *loaded,
               Order *order,
               GError **error)
{
  ParleyBriefSettings *settings = &order->settings;

  order->files = parley_brief_files_new (loaded, options->arguments[0], error);
  if (order->files == NULL)
    return FALSE;
  order->about = parley_about (options);
  settings->classification = classification;
  settings->drafter = drafter;
  settings->version = PARLEY_VERSION;
  settings->skips_empty = sections == NULL;
  settings->files = order->files->list;
  settings->n_files = order->files->n;
  if (options->changes->len > 0)
    settings->changes = order->about->str + strlen (options->arguments[0]) + 1;
  settings->date = date;
  return parley_brief_time (date, loaded->scenario->as_of, &settings->time, error);
}

static ParleyBriefing *
work_out (const ParleyOptions *options,
          const ParleyCaseSet *set,
          const Order *order,
          GError **error)
{
  ParleyProgressLine line = parley_progress_line (options);
  ParleyCrew crew = parley_progress_crew (&line, options);
  g_auto(ParleyRoom) room = { 0 };
  const char *titles[PARLEY_MOST_PROPOSALS];
  ParleyBriefingRequest request = order->request;
  ParleyBriefing *briefing = NULL;

  parley_room_init (&room, options->memory);
  crew.room = &room;
  parley_brief_titles (request.party, titles);
  request.titles = titles;
  request.cases = (const ParleyWhatIfCase *) (gpointer) set->cases->data;
  request.n_cases = set->cases->len;
  request.n_top = options->top;
  request.crew = &crew;
  request.memory = options->memory;
  briefing = parley_briefing_new (request.cases[0].scenario, &request, error);
  parley_progress_end (&line);
  return briefing;
}

static gboolean
write_briefing (const ParleyOptions *options,
                const ParleyBriefing *briefing,
                const Order *order,
                ParleyPublishFormat format,
                GString *result,
                GError **error)
{
  g_autoptr(ParleyDocument) document = NULL;

  if (format == PARLEY_PUBLISH_JSON)
    {
      parley_render_json (parley_brief_to_json (briefing, &order->settings, options->exact),
                          result);
      return TRUE;
    }
  document = parley_brief_to_document (briefing, &order->settings);
  return parley_publish (options, document, format, result, error);
}

/* What programs read is in English, whatever people are to read. */
static gboolean
choose_language (ParleyPublishFormat format, GError **error)
{
  return (parley_language_use (lang == NULL ? "en" : lang, error) || parley_choose_refuse (error))
         && (format != PARLEY_PUBLISH_JSON || parley_language_use ("en", error));
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  ParleyPublishFormat format = PARLEY_PUBLISH_TEXT;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleyCaseSet) set = NULL;
  g_autoptr(ParleyBriefing) briefing = NULL;
  g_auto(Order) order = { 0 };

  if (!parley_publish_format (options, &format, &error) || !choose_language (format, &error))
    return parley_input_fail (error);
  loaded = parley_input_load (options, options->arguments[0], &status);
  if (loaded == NULL)
    return status;
  if (!read_request (loaded->scenario, &order, &error)
      || !read_settings (options, loaded, &order, &error))
    return parley_input_fail (error);
  set = parley_case_set_around (g_steal_pointer (&loaded), options);
  briefing = work_out (options, set, &order, &error);
  if (briefing == NULL || !write_briefing (options, briefing, &order, format, result, &error))
    return parley_input_fail (error);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "Writes a briefing: on one page what to offer, what to fall back on and in which order to give\n"
      "way, where the floor is and what could change the advice; then annexes. The ending of the\n"
      "file that --output names says how it is written: .txt, .md, .html, .pdf, .docx, .xlsx or\n"
      ".json; without --output it is text.";

const ParleyCommand parley_cmd_brief = {
  .name = "brief",
  .arguments = "FILE",
  .summary = "write a briefing to hand over",
  .details = details,
  .parts = parley_brief_section_names,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes = PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET | PARLEY_TAKES_EXACT
           | PARLEY_TAKES_TOP | PARLEY_TAKES_THREADS | PARLEY_TAKES_MEMORY,
  .entries = entries,
  .run = run,
};
