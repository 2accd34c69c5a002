/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/import_part.h"
#include "scenario/xml.h"

/* What the files that read GENIUS's XML share. */

typedef enum
{
  PARLEY_GENIUS_DISCRETE,
  PARLEY_GENIUS_INTEGER,
  PARLEY_GENIUS_REAL
} ParleyGeniusKind;

/* An issue of the domain; the scenario's issue has the same place. */
typedef struct
{
  const ParleyElement *element;
  char                *index; /* what profiles call it: an id, not a position */
  char                *name;
  ParleyGeniusKind     kind;
  mpq_t                lower; /* integer, real: both are values */
  mpq_t                upper;
  GHashTable          *values; /* discrete: value → its place + 1 */
} ParleyGeniusIssue;

typedef struct
{
  ParleyScenario *scenario;
  ParleyProblems *problems;
  GPtrArray      *steps;  /* of ParleyStep */
  GPtrArray      *issues; /* of ParleyGeniusIssue */
  GHashTable     *places; /* index → the issue's place + 1 */
} ParleyGenius;

/* genius_part.c: attributes, and lists of elements. Each complains of what is wrong. */

/* The attribute without outer blanks. Returns: (transfer full): NULL when it is missing. */
char *parley_genius_text (ParleyGenius *self, const ParleyElement *element, const char *attribute);

/* @number is initialised. Returns: FALSE after a problem. */
gboolean parley_genius_number (ParleyGenius        *self,
                               const ParleyElement *element,
                               const char          *attribute,
                               mpq_ptr              number);

/* The same with @number left as it is when there is no such attribute. */
gboolean parley_genius_number_or (ParleyGenius        *self,
                                  const ParleyElement *element,
                                  const char          *attribute,
                                  mpq_ptr              number);

/* The issues, or weights, of a <utility_space>: straight in it, or in its <objective>.
 * Returns: (transfer container): NULL after a problem. */
GPtrArray *parley_genius_list (ParleyGenius *self, const ParleyElement *space, const char *name);

/* The <objective> of a <utility_space>, or the space itself when it has none. */
const ParleyElement *parley_genius_objective (const ParleyElement *space);

/* Sets @kind to what an issue says it is, and leaves it when it says nothing. Returns: FALSE
 * after a problem. */
gboolean parley_genius_kind (ParleyGenius *self,
                             const ParleyElement *issue,
                             ParleyGeniusKind *kind);

/* "discrete" … */
const char *parley_genius_kind_word (ParleyGeniusKind kind);

/* The element that has the bounds of an issue: its <range>, or the issue itself. */
const ParleyElement *parley_genius_bounds (const ParleyElement *issue);

/* Warns, once a name, of children of @element that are not among @known. */
void parley_genius_warn_of_others (ParleyGenius        *self,
                                   const ParleyElement *element,
                                   const char *const   *known);

/* genius_domain.c: the issues of the scenario. */
gboolean parley_genius_read_domain (ParleyGenius *self, const ParleyElement *root);

void parley_genius_issue_free (ParleyGeniusIssue *self);

/* genius_profile.c: a party more of the scenario. */
gboolean parley_genius_read_profile (ParleyGenius        *self,
                                     const ParleyElement *root,
                                     GHashTable          *taken);

/* The place of the issue that @element names by its index; -1 after a problem. */
int parley_genius_refer (ParleyGenius *self, const ParleyElement *element);

/* genius_evaluator.c: what the party makes of the issue at @index; NULL after a problem.
 * @element: the issue in the profile. */
ParleyValueFunction *parley_genius_read_values (ParleyGenius        *self,
                                                const ParleyElement *element,
                                                guint                index);

/* genius_discrete.c: the same for a discrete issue. */
ParleyValueFunction *parley_genius_read_evaluations (ParleyGenius        *self,
                                                     const ParleyElement *element,
                                                     guint                index);

/* Complains at @element that the score of its profile cannot vary. */
void parley_genius_refuse_flat (ParleyGenius *self, const ParleyElement *element);

/* genius_rectangle.c: the adjustments of a nonlinear profile. */
gboolean parley_genius_read_rectangles (ParleyGenius        *self,
                                        const ParleyElement *space,
                                        ParleyParty         *party);

/* Returns: the place of the issue that profiles call @index, or -1. */
int parley_genius_find_issue (const ParleyGenius *self, const char *index);

const ParleyGeniusIssue *parley_genius_issue (const ParleyGenius *self, guint index);
