/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/title.h"

#include "report/words.h"

void
parley_title_add_with (ParleyDocument       *document,
                       const ParleyScenario *scenario,
                       const char           *exactness)
{
  g_autofree char *day = parley_words_day (scenario->as_of, NULL);

  parley_document_heading (document, 1, "%s", scenario->title);
  parley_document_paragraph (document, "%s%s%s%s", scenario->as_of == NULL ? "" : "As of ", day,
                             scenario->as_of == NULL ? "" : ". ", exactness);
}

void
parley_title_add (ParleyDocument *document, const ParleyScenario *scenario, gboolean rounded)
{
  parley_title_add_with (document, scenario, parley_words_exactness (rounded));
}
