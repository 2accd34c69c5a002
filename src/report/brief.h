/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/briefing.h"
#include "report/document.h"
#include "report/json.h"

/* The parts of a briefing, in the order in which they stand unless another is asked for. */
typedef enum
{
  PARLEY_BRIEF_SUMMARY, /* one page */
  PARLEY_BRIEF_ISSUES,
  PARLEY_BRIEF_PLAN,
  PARLEY_BRIEF_DRAFTS,
  PARLEY_BRIEF_DEALS,
  PARLEY_BRIEF_COMMON,
  PARLEY_BRIEF_FRONTIER,
  PARLEY_BRIEF_DOUBTS,
  PARLEY_BRIEF_CASES,
  PARLEY_BRIEF_METHOD,
  PARLEY_BRIEF_SOURCES,
  PARLEY_N_BRIEF_SECTIONS
} ParleyBriefSection;

/* A file that a briefing was made from. */
typedef struct
{
  const char *name;
  const char *sha256; /* in hexadecimal digits */
} ParleyBriefFile;

/* What a briefing says beside its results. All of it is borrowed. */
typedef struct
{
  const char               *date;           /* YYYY-MM-DD; NULL: none but that of the scenario */
  const char               *classification; /* NULL: none */
  const char               *drafter;        /* likewise */
  const char               *version;        /* of the program */
  const ParleyBriefFile    *files;          /* the scenario, then the models and overlays */
  guint                     n_files;
  const char               *changes;        /* of the scenario: "--case dry"; NULL: none */
  const ParleyBriefSection *sections;       /* in their order */
  guint                     n_sections;
  gboolean                  skips_empty;    /* leave those out that have nothing to say */
  gint64                    time;           /* for files that carry a time, in seconds since 1970 */
} ParleyBriefSettings;

/* "summary" and so on, NULL-terminated. */
extern const char *const parley_brief_section_names[];

/* What proposals are called in the language of this thread (language.h): "Offer", "Fallback 1" and
 * so on of a party, "Proposal" and so on of nobody (-1). Sets titles[PARLEY_MOST_PROPOSALS]. */
void parley_brief_titles (int party, const char **titles);

/* The briefing in the language of this thread (language.h). Returns: (transfer full). */
ParleyDocument *parley_brief_to_document (const ParleyBriefing      *briefing,
                                          const ParleyBriefSettings *settings);

/* parley-brief/1 (docs/output.md). */
ParleyJson *parley_brief_to_json (const ParleyBriefing      *briefing,
                                  const ParleyBriefSettings *settings,
                                  gboolean                   exact);
