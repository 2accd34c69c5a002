/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/number.h"

typedef struct _ParleyCondition ParleyCondition;

typedef enum
{
  PARLEY_ISSUE_CHOICE,  /* one of a list of options */
  PARLEY_ISSUE_RANGE,   /* a number between min and max */
  PARLEY_ISSUE_PRODUCT, /* derived: scale times the product of range issues */
  PARLEY_ISSUE_TABLE    /* derived: the value of the first row that matches */
} ParleyIssueKind;

typedef struct
{
  char         *id;
  char         *title;
  char         *note;
  ParleyOrigin  origin;
} ParleyOption;

/* A row of a derived table. */
typedef struct
{
  ParleyCondition *when;
  mpq_t            value;
} ParleyTableRow;

/**
 * ParleyIssue:
 *
 * What is negotiated, or follows from what is (derived). Only the fields of
 * its kind are set.
 */
typedef struct
{
  char            *id;
  char            *title;
  char            *unit; /* NULL when none */
  char            *note;
  ParleyIssueKind  kind;
  ParleyOrigin     origin;

  /* choice */
  GPtrArray *options; /* of ParleyOption */
  gboolean   ordered;

  /* range: the scale, and the values that a search tries, ascending. For a
   * derived issue min and max are the lowest and highest value it can take. */
  mpq_t      min;
  mpq_t      max;
  GPtrArray *grid; /* of mpq_ptr */

  /* product */
  GArray *factors; /* of guint: indices of range issues */
  mpq_t   scale;

  /* table */
  GPtrArray *rows; /* of ParleyTableRow */
  mpq_t      otherwise;
} ParleyIssue;

ParleyIssue *parley_issue_new  (const char *id, const char *title, ParleyIssueKind kind);
void         parley_issue_free (ParleyIssue *self);

ParleyOption   *parley_option_new     (const char *id, const char *title);
void            parley_option_free    (ParleyOption *self);
ParleyTableRow *parley_table_row_new  (void);
void            parley_table_row_free (ParleyTableRow *self);

/* Derived issues are weighted and valued but not negotiated. */
gboolean parley_issue_is_derived (const ParleyIssue *self);

/* Sets flags[i] for every issue i that a derived one follows from; others are left alone. */
void parley_issue_mark_sources (const ParleyIssue *self, gboolean *flags);

/* Numbers are valued by curves, options by tables. */
gboolean parley_issue_is_numeric (const ParleyIssue *self);

const ParleyOption *parley_issue_option (const ParleyIssue *self, guint index);

/* Returns: the index of the option @id, or -1. */
int parley_issue_find_option (const ParleyIssue *self, const char *id);

/* Sets @step, initialised, to the distance between the values of a range that go from min to
 * max at equal distances. Returns: FALSE when they do not. */
gboolean parley_issue_step (const ParleyIssue *self, mpq_ptr step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyIssue, parley_issue_free)
