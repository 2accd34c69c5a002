/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/sweep_columns.h"

/**
 * ParleySweepSource:
 *
 * Whoever makes the scenario of a point.
 */
typedef struct
{
  /* Sets @scenario, borrowed from what is returned, in which the inputs of the grid have @values
   * (array, one an input, as --set takes them). Returns: NULL with @error set when there is none.
   * Called by one thread at a time, as is what closes it. */
  gpointer (*open) (const char *const     *values,
                    const ParleyScenario **scenario,
                    gpointer               data,
                    GError               **error);
  void (*close) (gpointer opened);
  /* (nullable): the @n rows from @first on are worked out; they are not looked for again if kept.
   */
  gboolean (*keep) (guint first, guint n, const GPtrArray *rows, gpointer data, GError **error);
  gpointer data;
} ParleySweepSource;

/* How a value is known at which something turns. */
typedef enum
{
  PARLEY_FLIP_EXACT,   /* solved */
  PARLEY_FLIP_BETWEEN, /* somewhere between two values, found by halving */
  PARLEY_FLIP_POINTS   /* between two points of the grid, and nothing more was looked for */
} ParleyFlipKind;

/**
 * ParleyFlip:
 *
 * That a cell changes from one point of the grid to the next.
 */
typedef struct
{
  guint           column;
  guint           input;  /* along which one of the grid */
  guint           point;  /* the first of the two; the other is a stride further on */
  const char     *before; /* borrowed or interned; NULL: nothing */
  const char     *after;
  ParleyFlipKind  kind;
  mpq_t           low;    /* EXACT: the value; else the ends between which it turns */
  mpq_t           high;
  gboolean        at_once; /* EXACT: it has turned at the value; else only beyond */
} ParleyFlip;

typedef struct
{
  ParleySweepGrid *grid;    /* owned */
  GPtrArray       *columns; /* of ParleySweepColumn, owned */
  GPtrArray       *rows;    /* of char **: a cell a column for each point; owned, the cells by @texts */
  GStringChunk    *texts;   /* each once: a million points say much the same */
  GPtrArray       *flips;   /* of ParleyFlip, by column, then input, then point */
  guint            n_unsolved; /* flips beyond the number that is looked at closely */
} ParleySweep;

/* How many flips are looked at closely. */
#define PARLEY_SWEEP_MOST_SOLVED 500

/* Whether scores of @scenario are rounded (space/utility.h), and so what is swept of it. */
gboolean parley_sweep_is_rounded (const ParleyScenario *scenario);

/* @grid and @columns: (transfer full). No point is worked out yet. */
ParleySweep *parley_sweep_new (ParleySweepGrid *grid, GPtrArray *columns);

/* Whether @row can be that of @point: its inputs are those of the grid, and every cell is one that
 * its column admits. */
gboolean parley_sweep_admits (const ParleySweep *self, guint point, char *const *row);

/* Sets the row of @point, that it has none yet. Takes @row and its cells. */
void parley_sweep_take_row (ParleySweep *self, guint point, char **row);

/**
 * parley_sweep_run:
 *
 * Works out the points that have no row yet, in batches, and then the flips. A flip of a verdict
 * along a number of the party itself is solved exactly (break_even.h), one of whether there is a
 * deal along a reservation too (space/limit.h), and that the two sides of it differ as said is
 * checked; others are halved in, down to 1/1024 of the step. Of steps within which something turns
 * more than once, the first turn is given.
 *
 * Errors: those of @source, and PARLEY_ERROR_LIMIT; rows that were kept are.
 */
gboolean parley_sweep_run (ParleySweep                  *self,
                           const ParleySweepSource      *source,
                           const ParleyAgreementRequest *request,
                           GError                      **error);

void parley_sweep_free (ParleySweep *self);

const char *parley_sweep_get (const ParleySweep *self, guint point, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySweep, parley_sweep_free)
