/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/brief_part.h"

const char *const parley_brief_section_names[]
    = { "summary",  "issues", "plan",  "drafts", "deals",   "common",
        "frontier", "doubts", "cases", "method", "sources", NULL };

static gboolean
has_drafts (const ParleyBrief *self)
{
  return self->briefing->scores->drafts->len > 0;
}

static gboolean
has_frontier (const ParleyBrief *self)
{
  return self->briefing->ground->findings->frontier->points->len > 0;
}

static gboolean
has_cases (const ParleyBrief *self)
{
  return self->briefing->trials->len > 0;
}

static const struct
{
  const char    *title; /* in few words */
  ParleyPageKind page;
  void (*add) (ParleyBrief *self);
  gboolean (*has) (const ParleyBrief *self); /* NULL: it always says something */
} sections[PARLEY_N_BRIEF_SECTIONS] = {
  [PARLEY_BRIEF_SUMMARY] = { N_ ("Summary"), PARLEY_PAGE_FITS, parley_brief_add_summary },
  [PARLEY_BRIEF_ISSUES] = { N_ ("Positions"), PARLEY_PAGE_FLOWS, parley_brief_add_issues },
  [PARLEY_BRIEF_PLAN]
  = { N_ ("Concessions"), PARLEY_PAGE_FLOWS, parley_brief_add_plan, parley_brief_has_plan },
  [PARLEY_BRIEF_DRAFTS] = { N_ ("Drafts"), PARLEY_PAGE_FLOWS, parley_brief_add_drafts, has_drafts },
  [PARLEY_BRIEF_DEALS] = { N_ ("Deals"), PARLEY_PAGE_FLOWS, parley_brief_add_deals },
  [PARLEY_BRIEF_COMMON] = { N_ ("In common"), PARLEY_PAGE_FLOWS, parley_brief_add_common },
  [PARLEY_BRIEF_FRONTIER]
  = { N_ ("Frontier"), PARLEY_PAGE_FLOWS, parley_brief_add_frontier, has_frontier },
  [PARLEY_BRIEF_DOUBTS] = { N_ ("Doubts"), PARLEY_PAGE_FLOWS, parley_brief_add_doubts },
  [PARLEY_BRIEF_CASES] = { N_ ("Cases"), PARLEY_PAGE_FLOWS, parley_brief_add_cases, has_cases },
  [PARLEY_BRIEF_METHOD] = { N_ ("Method"), PARLEY_PAGE_FLOWS, parley_brief_add_method },
  [PARLEY_BRIEF_SOURCES] = { N_ ("Sources"), PARLEY_PAGE_FLOWS, parley_brief_add_sources },
};

static void
set_imprint (ParleyBrief *self)
{
  const ParleyBriefSettings *settings = self->settings;
  ParleyImprint *imprint = &self->document->imprint;
  g_autofree char *foot = settings->n_files == 0
                              ? g_strdup_printf ("Parley %s", settings->version)
                              : g_strdup_printf ("%s %.8s - Parley %s", settings->files[0].name,
                                                 settings->files[0].sha256, settings->version);

  parley_imprint_set (&imprint->title, self->scenario->title);
  parley_imprint_set (&imprint->author, settings->drafter);
  parley_imprint_set (&imprint->marking, settings->classification);
  parley_imprint_set (&imprint->foot, foot);
  parley_imprint_set (&imprint->language, parley_language_get ());
  imprint->time = settings->time;
}

ParleyDocument *
parley_brief_to_document (const ParleyBriefing *briefing, const ParleyBriefSettings *settings)
{
  ParleyBrief self = { briefing, settings, briefing->scenario, parley_document_new (), FALSE };

  set_imprint (&self);
  for (guint i = 0; i < settings->n_sections; i++)
    self.cites = self.cites || settings->sections[i] == PARLEY_BRIEF_SOURCES;
  for (guint i = 0; i < settings->n_sections; i++)
    {
      ParleyBriefSection section = settings->sections[i];
      gboolean is_empty = sections[section].has != NULL && !sections[section].has (&self);

      if (settings->skips_empty && is_empty)
        continue;
      parley_document_page (self.document, sections[section].page, _ (sections[section].title));
      sections[section].add (&self);
    }
  return self.document;
}
