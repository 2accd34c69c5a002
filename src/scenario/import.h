/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"
#include "scenario/problem.h"

/*
 * Scenarios from the files of other programs. What a file says and a scenario cannot, is a
 * problem: an error where scores would differ, a warning where something is only left out.
 */

/**
 * ParleyStep:
 *
 * By how much the values of a real issue differ. Any number is a value of such an issue,
 * and a scenario looks at some of them.
 */
typedef struct
{
  ParleyText *text;  /* as it was given: "--step Price=0.5" */
  char       *issue; /* the name of the one that it is for; NULL: all others */
  mpq_t       size;  /* above 0 */
  gboolean    used;
} ParleyStep;

/* Reads "NUMBER" or "ISSUE=NUMBER". Returns: (transfer full): NULL after a problem. */
ParleyStep *parley_step_new  (const char *written, ParleyProblems *problems);
void        parley_step_free (ParleyStep *self);

/**
 * parley_import_genius:
 * @texts: (element-type ParleyText): a domain and its profiles, in any order
 * @steps: (element-type ParleyStep): for real issues
 *
 * Reads GENIUS's XML. A score is 100 times the utility that AdditiveUtilitySpace and
 * NonlinearUtilitySpace of GENIUS 10.4 compute at time 0, but for their cap at 1. Parties
 * stand in the order of the profiles. Cost: that of the files, and of the values of issues.
 *
 * Returns: (transfer full): NULL if and only if an error was added.
 */
ParleyScenario *parley_import_genius (GPtrArray *texts, GPtrArray *steps, ParleyProblems *problems);

/**
 * parley_import_geniusweb:
 * @texts: (element-type ParleyText): profiles, each with its domain, and maybe the domain
 * @steps: (element-type ParleyStep): in place of the steps that the domain says
 *
 * Reads GeniusWeb's JSON: LinearAdditiveUtilitySpace with discreteutils and numberutils. A
 * score is 100 times the utility, and a reservation that of the reservation bid.
 *
 * Returns: (transfer full): NULL if and only if an error was added.
 */
ParleyScenario *parley_import_geniusweb (GPtrArray      *texts,
                                         GPtrArray      *steps,
                                         ParleyProblems *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyStep, parley_step_free)
