/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/import_part.h"
#include "scenario/node.h"

/* What the files that read GeniusWeb's JSON share. */
typedef struct
{
  ParleyScenario   *scenario;
  ParleyProblems   *problems;
  GPtrArray        *steps;  /* of ParleyStep */
  const ParleyNode *domain; /* the first; all others must be like it */
  GPtrArray        *places; /* of GHashTable, one an issue: value → its place + 1 */
} ParleyGeniusweb;

/* geniusweb_part.c. Each complains of what is wrong. */

/* The member @key of @object, of the kind OBJECT or ARRAY. Returns: (transfer none): NULL
 * after a problem. @what: "a profile". */
const ParleyNode *parley_geniusweb_member (ParleyGeniusweb  *self,
                                           const ParleyNode *object,
                                           const char       *what,
                                           const char       *key,
                                           ParleyNodeKind    kind);

/* A number, bare or in a string. @number is initialised. */
gboolean parley_geniusweb_number (ParleyGeniusweb  *self,
                                  const ParleyNode *node,
                                  const char       *what,
                                  mpq_ptr           number);

/* A number from 0 to 1. */
gboolean parley_geniusweb_share (ParleyGeniusweb  *self,
                                 const ParleyNode *node,
                                 const char       *what,
                                 mpq_ptr           number);

/* Warns of members of @object that are not among @known. */
void parley_geniusweb_warn_of_others (ParleyGeniusweb   *self,
                                      const ParleyNode  *object,
                                      const char *const *known);

/* geniusweb_domain.c */

/* The issues of the scenario from the first domain; others are compared with it. */
gboolean parley_geniusweb_read_domain (ParleyGeniusweb *self, const ParleyNode *domain);

/* The place of @name among the values of the choice @issue, or -1. */
int parley_geniusweb_find_value (const ParleyGeniusweb *self, guint issue, const char *name);

/* What the domain calls the issue at @index. */
const char *parley_geniusweb_name (const ParleyGeniusweb *self, guint index);

/* geniusweb_values.c: what the party makes of the issue at @index; NULL after a problem. @node:
 * what "issueUtilities" says of the issue. */
ParleyValueFunction *parley_geniusweb_read_values (ParleyGeniusweb  *self,
                                                   const ParleyNode *node,
                                                   guint             index);

/* geniusweb_profile.c: a party more of the scenario, whose domain has been read.
 * @space: what stands in "LinearAdditiveUtilitySpace". */
gboolean parley_geniusweb_read_profile (ParleyGeniusweb  *self,
                                        const ParleyNode *space,
                                        GHashTable       *taken);
