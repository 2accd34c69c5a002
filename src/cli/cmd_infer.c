/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/record_options.h"
#include "cli/render.h"
#include "report/infer.h"

#define OVERLAY_WIDTH 100

static char **parties;
static char *save;

static const GOptionEntry entries[] = {
  { "party", 'p', 0, G_OPTION_ARG_STRING_ARRAY, &parties,
    "whose record (of every party that has one); may be repeated", "PARTY" },
  { "save", 0, 0, G_OPTION_ARG_FILENAME, &save,
    "write what fits the record to an overlay, for --overlay of other commands", "FILE" },
  { NULL },
};

static void
report_clear (ParleyInferReport *self)
{
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_clear_pointer (&self->unscored, g_array_unref);
  g_clear_pointer (&self->has_swings, g_free);
}

typedef ParleyInferReport Report;
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Report, report_clear)

static gboolean
add_party (ParleyInferReport *report, guint party, GError **error)
{
  ParleyInference *inference
      = parley_inference_new (report->scenario, party, &report->revealed, &report->likely, error);

  if (inference == NULL)
    return FALSE;
  g_ptr_array_add (report->parties, inference);
  return TRUE;
}

/* Those that have decided something, or of whom somebody judges what they prefer. */
static gboolean
add_all (ParleyInferReport *report, GError **error)
{
  for (guint p = 0; p < report->scenario->parties->len; p++)
    {
      g_autoptr(GArray) record = parley_record_new (report->scenario, p);

      if (record->len == 0 && parley_scenario_party (report->scenario, p)->preferences->len == 0)
        continue;
      if (!parley_party_is_weighted (parley_scenario_party (report->scenario, p)))
        g_array_append_val (report->unscored, p);
      else if (!add_party (report, p, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_named (ParleyInferReport *report, GError **error)
{
  for (guint i = 0; parties[i] != NULL; i++)
    {
      guint party = 0;

      if (!parley_choose_party (report->scenario, "--party", parties[i], &party, error))
        return FALSE;
      for (guint k = 0; k < report->parties->len; k++)
        if (((ParleyInference *) g_ptr_array_index (report->parties, k))->party == party)
          {
            g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         "--party \"%s\" is named twice", parties[i]);
            return FALSE;
          }
      if (!add_party (report, party, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean *
find_swings (const ParleyLoaded *loaded)
{
  const ParleyNode *list = parley_node_get (loaded->tree, "parties");
  gboolean *has_swings = g_new0 (gboolean, loaded->scenario->parties->len + 1);

  for (guint p = 0; p < loaded->scenario->parties->len; p++)
    has_swings[p] = parley_node_get (parley_node_child (list, p), "swing") != NULL;
  return has_swings;
}

static gboolean
work (ParleyInferReport *report, const ParleyOptions *options, GError **error)
{
  ParleyRecordOptions record;
  ParleyProgressLine line = parley_progress_line (options);
  ParleyCrew crew = parley_progress_crew (&line, options);
  gboolean done = FALSE;

  if (!parley_record_options_read (&record, error))
    return FALSE;
  report->revealed = record.revealed;
  report->likely = record.likely;
  report->likely.crew = &crew;
  report->parties = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_inference_free);
  report->unscored = g_array_new (FALSE, FALSE, sizeof (guint));
  done = parties == NULL ? add_all (report, error) : add_named (report, error);
  report->likely.crew = NULL;
  parley_progress_end (&line);
  return done;
}

static gboolean
save_overlay (const ParleyInferReport *report, GError **error)
{
  g_autoptr(ParleyJson) overlay = save == NULL ? NULL : parley_infer_to_overlay (report);
  g_autofree char *text = NULL;

  if (overlay == NULL)
    {
      if (save != NULL)
        parley_message_print ("parley: nothing was inferred, so that \"%s\" was not written", save);
      return TRUE;
    }
  text = parley_json_to_lines (overlay, OVERLAY_WIDTH);
  return parley_output_write (save, text, strlen (text), error);
}

static void
render (const ParleyOptions *options, const ParleyInferReport *report, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_infer_to_json (report, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_infer_to_table (report), result);
  else
    parley_render_document (options, parley_infer_to_document (report), result);
}

/* Without a slip, that nothing fits is the answer. */
static ParleyExit
exit_of (const ParleyInferReport *report)
{
  for (guint i = 0; i < report->parties->len; i++)
    if (!parley_inference_holds (g_ptr_array_index (report->parties, i))
        && report->likely.slip <= 0)
      return PARLEY_EXIT_NO;
  return PARLEY_EXIT_DONE;
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  g_auto(Report) report = { 0 };

  if (loaded == NULL)
    return status;
  report.scenario = loaded->scenario;
  report.has_swings = find_swings (loaded);
  if ((save != NULL
       && !parley_input_all_spared ("--save", save, options->arguments[0], loaded, &error))
      || !work (&report, options, &error) || !save_overlay (&report, &error))
    return parley_input_fail (error);
  render (options, &report, result);
  return exit_of (&report);
}

static const char details[]
    = "Says what the drafts that a party has tabled, accepted and rejected tell of its weights and\n"
      "reservation: how much of what was believed the record leaves, which decisions taught\n"
      "anything, within which limits weights lie and how likely where, and which issue is heavier\n"
      "than which. When no weights fit, the decisions that contradict each other are named, and\n"
      "the exit status is 1.";

const ParleyCommand parley_cmd_infer = {
  .name = "infer",
  .arguments = "FILE",
  .summary = "say what the record tells of weights and reservations",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT | PARLEY_TAKES_THREADS,
  .entries = entries,
  .shared = parley_record_entries,
  .run = run,
};
