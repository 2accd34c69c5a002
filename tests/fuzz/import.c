/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import.h"

#include <string.h>

#include "report/json.h"
#include "scenario/export.h"
#include "scenario/write.h"

static GPtrArray *
read_steps (const ParleyFuzzPart *part, ParleyProblems *problems)
{
  g_autofree char *lines = g_strndup (part->data, part->size);
  g_auto(GStrv) steps = g_strsplit (lines, "\n", 3);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_step_free);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      ParleyStep *step = *steps[i] == '\0' ? NULL : parley_step_new (steps[i], problems);

      if (step != NULL)
        g_ptr_array_add (list, step);
    }
  return list;
}

static void
write_and_read (const ParleyScenario *scenario)
{
  g_autoptr(ParleyJson) json = parley_write_scenario (scenario);
  g_autofree char *text = parley_json_to_lines (json, 100);
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(GPtrArray) files = NULL;

  if (strlen (text) > PARLEY_TEXT_MAX_LENGTH)
    return;
  loaded = parley_fuzz_load (text, strlen (text));
  parley_fuzz_look_at (loaded);
  if (loaded->scenario != NULL)
    files = parley_export_genius (loaded);
}

void
parley_fuzz_import (const guint8 *data,
                    gsize size,
                    ParleyScenario *(*import) (GPtrArray *texts,
                                               GPtrArray *steps,
                                               ParleyProblems *problems))
{
  ParleyFuzzPart rest = { size == 0 ? "" : (const char *) data, size };
  ParleyFuzzPart part = { "", 0 };
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_text_unref);
  g_autoptr(GPtrArray) steps = NULL;
  g_autoptr(ParleyScenario) scenario = NULL;

  parley_fuzz_next (&rest, &part);
  steps = read_steps (&part, problems);
  while (parley_fuzz_next (&rest, &part))
    g_ptr_array_add (texts, parley_fuzz_text ("part", part.data, part.size));
  if (texts->len == 0 || problems->n_errors > 0)
    return;
  scenario = import (texts, steps, problems);
  PARLEY_FUZZ_REQUIRE ((scenario == NULL) == (problems->n_errors > 0));
  parley_fuzz_check_problems (problems);
  if (scenario != NULL)
    write_and_read (scenario);
}
