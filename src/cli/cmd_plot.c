/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/plot_charts.h"
#include "report/paint.h"
#include "report/svg.h"

/* Pixels of a screen are 1/96 inch; a PNG has twice as many, to be sharp. */
#define DEFAULT_WIDTH 640
#define LEAST_WIDTH   240
#define MOST_WIDTH    4000
#define POINTS        (72.0 / 96)
#define PNG_SCALE     (2 * 96.0 / 72)

#define MOST_DRAWS 100000000

static char *for_party;
static char *between;
static char *issues;
static char **vary;
static gboolean count;
static gint64 n_draws = -1;
static gint64 seed = -1;
static char *format;
static int width = DEFAULT_WIDTH;

static const GOptionEntry entries[] = {
  { "between", 'b', 0, G_OPTION_ARG_STRING, &between,
    "space, history: by what these two parties get, when more than two negotiate", "PARTY,PARTY" },
  { "for", 0, 0, G_OPTION_ARG_STRING, &for_party, "tornado: the party whose numbers are moved",
    "PARTY" },
  { "issues", 0, 0, G_OPTION_ARG_STRING, &issues, "map: of which two issues", "ISSUE,ISSUE" },
  { "vary", 'v', 0, G_OPTION_ARG_FILENAME_ARRAY, &vary,
    "sweep: let a value run from FROM to TO, or through a list", "PATH=FROM:TO:STEP|PATH=A,B,C" },
  { "count", 0, 0, G_OPTION_ARG_NONE, &count, "sweep: how many deals all accept", NULL },
  { "draws", 'n', 0, G_OPTION_ARG_INT64, &n_draws, "likelihood: how many draws (10000)", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "space, likelihood: what draws start from (1)", "N" },
  { "format", 'f', 0, G_OPTION_ARG_STRING, &format,
    "what to write, when the name of the output does not say so (svg)", "svg|png|pdf" },
  { "width", 0, 0, G_OPTION_ARG_INT, &width,
    "how wide it is, in pixels of a screen (640); a PNG has twice as many", "N" },
  { NULL },
};

typedef struct
{
  const char *name;
  guint       fewest_drafts;
  guint       most_drafts;
  ParleyChart *(*make) (const ParleyPlotRequest *request, GError **error);
} Kind;

static const Kind kinds[] = {
  { "space", 0, G_MAXUINT, parley_plot_make_space },
  { "history", 0, 0, parley_plot_make_history },
  { "weights", 0, 0, parley_plot_make_weights },
  { "contributions", 1, 1, parley_plot_make_contributions },
  { "tornado", 1, 1, parley_plot_make_tornado },
  { "map", 0, 0, parley_plot_make_map },
  { "sweep", 0, 0, parley_plot_make_sweep },
  { "likelihood", 0, G_MAXUINT, parley_plot_make_likelihood },
};

/* In the order of kinds. */
static const char *const kind_names[]
    = { "space", "history",    "weights", "contributions", "tornado", "map",
        "sweep", "likelihood", NULL };

static gboolean
choose_kind (const char *word, const Kind **kind, GError **error)
{
  guint choice = 0;

  if (!parley_choose_first ("picture", "kind", word, kind_names, &choice, error))
    return FALSE;
  *kind = &kinds[choice];
  return TRUE;
}

/* Each option says something about some kinds only. */
static gboolean
check_options (const Kind *kind, GError **error)
{
  const struct
  {
    const char *name;
    gboolean    given;
    const char *goes_with[3];
  } rows[] = {
    { "--between", between != NULL, { "space", "history" } },
    { "--for", for_party != NULL, { "tornado" } },
    { "--issues", issues != NULL, { "map" } },
    { "--vary", vary != NULL, { "sweep" } },
    { "--count", count, { "sweep" } },
    { "--draws", n_draws != -1, { "likelihood" } },
    { "--seed", seed != -1, { "space", "likelihood" } },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    if (rows[r].given && !g_strv_contains (rows[r].goes_with, kind->name))
      {
        g_autofree char *kinds_of = g_strjoinv (" and ", (char **) rows[r].goes_with);

        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     "%s goes with %s, not with %s", rows[r].name, kinds_of, kind->name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_drafts (const Kind *kind, char *const *drafts, GError **error)
{
  guint n = g_strv_length ((char **) drafts);

  if (n >= kind->fewest_drafts && n <= kind->most_drafts)
    return TRUE;
  if (kind->most_drafts == 0)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s takes no draft, not \"%s\"",
                 kind->name, drafts[0]);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "%s is of one draft: parley plot %s FILE DRAFT", kind->name, kind->name);
  return FALSE;
}

static gboolean
check_numbers (GError **error)
{
  return (n_draws == -1 || parley_choose_whole ("--draws", n_draws, 1, MOST_DRAWS, error))
         && parley_choose_whole ("--width", width, LEAST_WIDTH, MOST_WIDTH, error)
         && (seed == -1 || parley_choose_seed (seed, error));
}

typedef enum
{
  PICTURE_SVG,
  PICTURE_PNG,
  PICTURE_PDF
} PictureFormat;

static const char *const format_names[] = { "svg", "png", "pdf", NULL };

/* By --format, else by the ending of the name; SVG where nothing is named. */
static gboolean
choose_format (const char *output, guint *picture, GError **error)
{
  const char *dot = output == NULL ? NULL : strrchr (output, '.');
  g_autofree char *ending = dot == NULL ? NULL : g_ascii_strdown (dot + 1, -1);
  g_autofree char *name = NULL;

  *picture = PICTURE_SVG;
  if (format != NULL)
    return parley_choose_word ("--format", format, format_names, picture, error);
  if (output == NULL)
    return TRUE;
  for (guint f = 0; format_names[f] != NULL; f++)
    if (g_strcmp0 (ending, format_names[f]) == 0)
      {
        *picture = f;
        return TRUE;
      }
  name = g_filename_display_name (output);
  g_set_error (
      error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
      "the name of a picture ends in .svg, .png or .pdf, not as %s does; or say which with "
      "--format",
      name);
  return FALSE;
}

static gboolean
check_terminal (const char *output, guint picture, GError **error)
{
  if (picture == PICTURE_SVG || output != NULL || !isatty (STDOUT_FILENO))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "a terminal cannot show %s: name a file with --output", format_names[picture]);
  return FALSE;
}

/* Fonts are needed to paint, not for SVG. */
static gboolean
check_font (const ParleyChart *chart, GError **error)
{
  gunichar missing = 0;
  const char *text = NULL;

  if (!parley_paint_has_font (error))
    return FALSE;
  text = parley_chart_find_missing (chart, &missing);
  if (text != NULL)
    parley_message_print ("parley: no font has the character U+%04X of \"%s\"; a box stands for it",
                          missing, text);
  return TRUE;
}

static gboolean
draw (const ParleyChart *chart, guint picture, GString *result, GError **error)
{
  double points = width * POINTS;

  if (picture == PICTURE_SVG)
    {
      g_autofree char *svg = parley_chart_to_svg_file (chart, points);

      g_string_append (result, svg);
      return TRUE;
    }
  if (!check_font (chart, error))
    return FALSE;
  return picture == PICTURE_PNG ? parley_chart_to_png (chart, points, PNG_SCALE, result, error)
                                : parley_chart_to_pdf (chart, points, result, error);
}

static ParleyPlotRequest
request_of (const ParleyOptions *options, const ParleyLoaded *loaded)
{
  return (ParleyPlotRequest){ .options = options,
                              .path = options->arguments[1],
                              .loaded = loaded,
                              .drafts = options->arguments + 2,
                              .for_party = for_party,
                              .between = between,
                              .issues = issues,
                              .vary = vary,
                              .count = count,
                              .n_draws = n_draws == -1 ? 10000 : (guint64) n_draws,
                              .seed = seed == -1 ? 1 : (guint64) seed };
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleyChart) chart = NULL;
  ParleyPlotRequest request;
  const Kind *kind = NULL;
  guint picture = PICTURE_SVG;

  if (!choose_kind (options->arguments[0], &kind, &error) || !check_options (kind, &error)
      || !check_drafts (kind, options->arguments + 2, &error) || !check_numbers (&error)
      || !choose_format (options->output, &picture, &error)
      || !check_terminal (options->output, picture, &error))
    return parley_input_fail (error);
  loaded = parley_input_load (options, options->arguments[1], &status);
  if (loaded == NULL)
    return status;
  request = request_of (options, loaded);
  chart = kind->make (&request, &error);
  if (chart == NULL || !draw (chart, picture, result, &error))
    return parley_input_fail (error);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "KIND is what is drawn:\n"
      "  space          what two parties get from the drafts and from all deals, with the frontier,\n"
      "                 the solutions, and where both have what they ask for\n"
      "  weights        how much of each party's weight each issue has\n"
      "  contributions  where the points of a draft come from\n"
      "  tornado        what each number with a range does to a party's surplus from a draft\n"
      "  map            how many acceptable deals have two terms together\n"
      "  sweep          what becomes of the Nash deal along an input, and where verdicts turn\n"
      "  likelihood     how likely each party and all are to accept each draft\n"
      "A picture is SVG on stdout, or what the name of the output says: .svg, .png or .pdf.";

const ParleyCommand parley_cmd_plot = {
  .name = "plot",
  .arguments = "KIND FILE [DRAFT...]",
  .summary = "draw a picture of drafts, deals, weights or what they hang on",
  .details = details,
  .words = kind_names,
  .min_arguments = 2,
  .max_arguments = G_MAXUINT,
  .takes = PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET | PARLEY_TAKES_THREADS
           | PARLEY_TAKES_MEMORY,
  .entries = entries,
  .run = run,
};
