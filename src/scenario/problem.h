/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdarg.h>

#include "scenario/text.h"

/*
 * Every refusal and every warning has a code of its own, listed once in
 * scenario/problems.def:
 *
 *   PARLEY_PROBLEM (NAME, "name", SEVERITY, "what it means, for the manual")
 */
typedef enum
{
#define PARLEY_PROBLEM(name, id, severity, meaning) PARLEY_PROBLEM_##name,
#include "scenario/problems.def"
#undef PARLEY_PROBLEM
  PARLEY_N_PROBLEMS
} ParleyProblemCode;

typedef enum
{
  PARLEY_SEVERITY_ERROR,
  PARLEY_SEVERITY_WARNING
} ParleySeverity;

/**
 * ParleyProblem:
 *
 * One thing wrong with a file: where, what was found, what was expected and,
 * where there is a likely one, what was meant.
 */
typedef struct
{
  ParleyProblemCode  code;
  char              *file;
  guint              line;    /* from 1; 0: concerns the whole file */
  guint              column;  /* from 1, in characters; 0: the whole line */
  char              *pointer; /* RFC 6901, in that file; "" is the whole of it */
  char              *message; /* a sentence without the full stop */
  char              *found;      /* NULL when it adds nothing */
  char              *expected;   /* NULL when it adds nothing */
  char              *suggestion; /* "did you mean …" part: just the word; NULL when none */
} ParleyProblem;

/**
 * ParleyProblems:
 *
 * A growing list of problems, in the order in which they were found. All are counted,
 * though not all are kept.
 */
typedef struct
{
  GPtrArray     *items; /* of ParleyProblem; of errors and of warnings 10,000 at most */
  guint          n_errors;
  guint          n_warnings;
  guint          n_candidates; /* among which suggestions have been looked for */
  ParleyProblem *passed_over; /* the last of those beyond; NULL when there are none */
  ParleyProblem *closing;     /* (borrowed) of @items: what says that some are; NULL when none does */
} ParleyProblems;

ParleyProblems *parley_problems_new  (void);
void            parley_problems_free (ParleyProblems *self);

/* Adds a problem at the bytes from @offset of @text. @message is a printf format.
 * Returns: (transfer none): the problem, for found, expected and suggestion. */
ParleyProblem *parley_problems_add (ParleyProblems    *self,
                                    ParleyProblemCode  code,
                                    const ParleyText  *text,
                                    gsize              offset,
                                    const char        *pointer,
                                    const char        *message,
                                    ...) G_GNUC_PRINTF (6, 7);

/* The same with the arguments of the format as a list. */
ParleyProblem *parley_problems_add_va (ParleyProblems    *self,
                                       ParleyProblemCode  code,
                                       const ParleyText  *text,
                                       gsize              offset,
                                       const char        *pointer,
                                       const char        *message,
                                       va_list            arguments) G_GNUC_PRINTF (6, 0);

/* Adds a problem of a whole line of @text, or of all of it when @line is 0. */
ParleyProblem *parley_problems_add_to_file (ParleyProblems    *self,
                                            ParleyProblemCode  code,
                                            const ParleyText  *text,
                                            guint              line,
                                            const char        *message,
                                            ...) G_GNUC_PRINTF (5, 6);

/* Adds a problem taken from another list. Takes @problem. */
void parley_problems_take (ParleyProblems *self, ParleyProblem *problem);

/* By file (in order of first appearance), line and column; errors and warnings mixed.
 * Says at the end when some have been passed over. */
void parley_problems_sort (ParleyProblems *self);

/* Whether to look for what was meant among @n_candidates more: all problems together have a budget
 * of them, since it costs time. */
gboolean parley_problems_may_suggest (ParleyProblems *self, guint n_candidates);

const ParleyProblem *parley_problems_get (const ParleyProblems *self, guint index);

/* What it means for what a scenario takes that a text could not be read: nobody can, or it is too
 * long. */
ParleyProblemCode parley_problem_code_of (const GError *error);

const char     *parley_problem_code_id       (ParleyProblemCode code);
ParleySeverity  parley_problem_code_severity (ParleyProblemCode code);

/* "file:3:7: error: message (found …; expected …); did you mean "x"? [code]
 * at /pointer".
 * Returns: (transfer full). */
char *parley_problem_to_string (const ParleyProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyProblems, parley_problems_free)
