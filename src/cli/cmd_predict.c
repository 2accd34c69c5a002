/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/record_options.h"
#include "cli/render.h"
#include "report/predict.h"

static ParleyPredict *
predict (const ParleyOptions       *options,
         const ParleyScenario      *scenario,
         guint                      draft,
         const ParleyRecordOptions *record,
         GError                   **error)
{
  ParleyProgressLine line = parley_progress_line (options);
  ParleyCrew crew = parley_progress_crew (&line, options);
  ParleyPosteriorRequest likely = record->likely;
  ParleyPredict *result = NULL;

  likely.crew = &crew;
  result = parley_predict_new (scenario, draft, &record->revealed, &likely, error);
  parley_progress_end (&line);
  return result;
}

static void
render (const ParleyOptions *options, const ParleyPredictReport *report, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_predict_to_json (report), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_predict_to_table (report), result);
  else
    parley_render_document (options, parley_predict_to_document (report), result);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  g_autoptr(ParleyPredict) predicted = NULL;
  ParleyRecordOptions record;
  ParleyPredictReport report = { .n_top = options->top };
  guint draft = 0;

  if (loaded == NULL)
    return status;
  if (parley_record_options_read (&record, &error)
      && parley_choose_draft (loaded->scenario, options->arguments[1], &draft, &error))
    predicted = predict (options, loaded->scenario, draft, &record, &error);
  if (predicted == NULL)
    return parley_input_fail (error);
  report.predict = predicted;
  report.revealed = record.revealed;
  report.likely = record.likely;
  render (options, &report, result);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "Says how likely each side accepts a draft, by what is believed of its weights and reservation\n"
      "and by what of that fits its record before the draft; how likely all do; and what one should\n"
      "find out next to learn most about that. DRAFT is one of the file, or of an overlay.";

const ParleyCommand parley_cmd_predict = {
  .name = "predict",
  .arguments = "FILE DRAFT",
  .summary = "say how likely a draft is accepted, and what to ask next",
  .details = details,
  .min_arguments = 2,
  .max_arguments = 2,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_THREADS | PARLEY_TAKES_QUESTIONS,
  .shared = parley_record_entries,
  .run = run,
};
