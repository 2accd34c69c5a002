/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"
#include "scenario/format.h"
#include "scenario/node.h"

/*
 * Private to the reader, which turns a composed tree into a scenario. Every
 * function reads on after a problem, so that one run reports them all; what
 * could not be read is left out (NULL), and the scenario is thrown away at the
 * end. One mistake is reported once: an issue that could not be read is still
 * known by its id, but "broken", and what refers to it is not checked further.
 */

/* What is not known in full, so that what is not found proves nothing. */
typedef enum
{
  PARLEY_UNSURE_ISSUES = 1 << 0,
  PARLEY_UNSURE_PARTIES = 1 << 1,
  PARLEY_UNSURE_SOURCES = 1 << 2,
  PARLEY_UNSURE_WEIGHTS = 1 << 3,
  PARLEY_UNSURE_CONDITIONS = 1 << 4,
  PARLEY_UNSURE_ROLES = 1 << 5,
  PARLEY_UNSURE_DRAFTS = 1 << 6
} ParleyUnsure;

/* The inputs of one party, for the warning about those without a basis. */
typedef struct
{
  guint       n_inputs;
  GPtrArray  *bare;        /* of ParleyNode (borrowed): inputs with neither source nor basis */
  ParleyBasis party_basis; /* of inputs that say nothing of their own */
  gboolean    party_based; /* the party has a basis or cites a source */
  gboolean    sourced;     /* what stands around the input cites a source */
} ParleyInputTally;

typedef struct
{
  ParleyScenario *scenario;
  ParleyProblems *problems;
  GPtrArray      *origins;  /* of ParleyNode; the first is the top of the file */
  GHashTable     *sources;  /* id to ParleySource (borrowed) */
  GArray         *broken;   /* of gboolean: one an issue */
  GArray         *weighted; /* of gboolean: one an issue; some party weights it */
  GHashTable     *meant;    /* keys that misspelt ones were probably meant to be */
  guint           unsure;   /* ParleyUnsure flags */
  guint           n_values; /* options and grid values of all issues so far */
  gboolean        alone;    /* a model file by itself */

  ParleyInputTally tally;
} ParleyReader;

/* read_scenario.c: reads a scenario or a model, as its "format" says. @origins is
 * empty. Returns: (transfer full): NULL if and only if there are errors. */
ParleyScenario *parley_read (ParleyNode *root, ParleyProblems *problems, GPtrArray *origins);

/* TRUE when the "format" of @root is that of a model file. */
gboolean parley_read_is_model (const ParleyNode *root);

/* read_model_alone.c: the issues are inferred from what the model says of them. */
void parley_read_model_alone (ParleyReader *reader, const ParleyNode *root);

/* read_keys.c: objects, lists and plain values. A key that is absent is no
 * problem here (NULL, FALSE or the default): a required one has been reported
 * by parley_read_object. @what names a thing in messages: "an issue". */
typedef struct
{
  const char *name; /* NULL ends the table */
  gboolean    required;
} ParleyKey;

/* Returns: TRUE when @node is an object; its keys have then been checked. */
gboolean parley_read_object (ParleyReader     *reader,
                             const ParleyNode *node,
                             const char       *what,
                             const ParleyKey  *keys);

gboolean parley_read_kind (ParleyReader     *reader,
                           const ParleyNode *node,
                           ParleyNodeKind    kind,
                           const char       *what);

/* The list or object at a key of @object. Returns: (transfer none) (nullable). */
ParleyNode *parley_read_list (ParleyReader *reader, const ParleyNode *object, const char *key);
ParleyNode *parley_read_map  (ParleyReader *reader, const ParleyNode *object, const char *key);

/* The same, reported when empty. */
ParleyNode *parley_read_filled_list (ParleyReader     *reader,
                                     const ParleyNode *object,
                                     const char       *key);

/* How many things of @list (nullable), which are @what, are to be read: @most of them. More is
 * reported as @code. */
guint parley_read_count (ParleyReader     *reader,
                         const ParleyNode *list,
                         const char       *what,
                         guint             most,
                         ParleyProblemCode code);

gboolean parley_read_flag (ParleyReader     *reader,
                           const ParleyNode *object,
                           const char       *key,
                           gboolean          otherwise);

/* All returned texts are (transfer full) (nullable). */
char *parley_read_text (ParleyReader *reader, const ParleyNode *object, const char *key);
char *parley_read_date (ParleyReader *reader, const ParleyNode *object, const char *key);

/* A date of which perhaps only the month or the year is known. */
char *parley_read_period (ParleyReader *reader, const ParleyNode *object, const char *key);

/* The "$schema" of @object, which is for editors: any string will do. */
void parley_read_schema (ParleyReader *reader, const ParleyNode *object);

/* The place of the word at @key in @words (NULL-terminated), -1 when absent or wrong. */
int parley_read_word (ParleyReader      *reader,
                      const ParleyNode  *object,
                      const char        *key,
                      const char *const *words);

ParleyOrigin parley_read_origin (ParleyReader *reader, const ParleyNode *node);

/* Sets what was found to the description of @node, and what was expected to
 * @expected (nullable). */
void parley_read_explain (ParleyProblem *problem, const ParleyNode *node, const char *expected);

/* Reports that @node stands in its list already. */
void parley_read_report_repeated (ParleyReader *reader, const ParleyNode *node);

/* Says what could have stood there and, when one of them is likely, suggests it.
 * With @object, of which @word is a key, it is remembered as meant there. */
void parley_read_suggest (ParleyReader      *reader,
                          ParleyProblem     *problem,
                          const ParleyNode  *object,
                          const char        *word,
                          const char *const *names);

/* The same with the ids of @things, structures whose first two members are their id and their
 * title, by which @word may have named one. */
void parley_read_suggest_among (ParleyReader     *reader,
                                ParleyProblem    *problem,
                                const ParleyNode *object,
                                const char       *word,
                                const GPtrArray  *things);

/* TRUE when @key is absent, and not just misspelt: that is one mistake, not two. */
gboolean parley_read_lacks (const ParleyReader *reader, const ParleyNode *object, const char *key);

/* read_ids.c: ids and references to them. The id of a new thing is returned
 * even when it is wrong or taken, so that it can be referred to; NULL when there
 * is none. @seen remembers the ids of one kind. */
char *parley_read_id (ParleyReader      *reader,
                      const ParleyNode  *object,
                      GHashTable        *seen,
                      const char *const *reserved);

/* Reports an id (a key of @object) that is not well formed. */
void parley_read_check_key_id (ParleyReader *reader, const ParleyNode *object, guint index);

/* Each returns the index, or -1 after a problem. */
int parley_read_issue_ref  (ParleyReader *reader, const ParleyNode *node);
int parley_read_issue_key  (ParleyReader *reader, const ParleyNode *object, guint index);
int parley_read_party_ref  (ParleyReader *reader, const ParleyNode *node);
int parley_read_draft_ref  (ParleyReader *reader, const ParleyNode *node);
int parley_read_option_ref (ParleyReader *reader, const ParleyNode *node, guint issue);
int parley_read_option_key (ParleyReader     *reader,
                            const ParleyNode *object,
                            guint             index,
                            guint             issue);

gboolean parley_read_is_broken (const ParleyReader *reader, guint issue);

/* read_source.c: @object's "sources" are joined to those known; its "source"
 * gives the ids that it cites. */
void   parley_read_sources (ParleyReader *reader, const ParleyNode *object);
char **parley_read_cited   (ParleyReader *reader, const ParleyNode *object);

/* read_number.c */
typedef enum
{
  PARLEY_BOUND_NONE,
  PARLEY_BOUND_POINTS,      /* neither below -10^12 nor above 10^12 */
  PARLEY_BOUND_WEIGHT,      /* not below 0, nor above 10^12 */
  PARLEY_BOUND_GAP,         /* likewise */
  PARLEY_BOUND_PROBABILITY, /* 0 to 1 */
  PARLEY_BOUND_VALUE,       /* 0 to 100 */
  PARLEY_BOUND_TOLERANCE    /* above 0 */
} ParleyBound;

/* A bare number or a fraction. @number is initialised by the caller. */
gboolean parley_read_number (ParleyReader     *reader,
                             const ParleyNode *node,
                             const char       *what,
                             mpq_ptr           number);

/* The same, within @bound. */
gboolean parley_read_bounded (ParleyReader     *reader,
                              const ParleyNode *node,
                              const char       *what,
                              ParleyBound       bound,
                              mpq_ptr           number);

/* A number, or an object with "value", "low", "high" and why. */
ParleyNumber *parley_read_input (ParleyReader     *reader,
                                 const ParleyNode *node,
                                 const char       *what,
                                 ParleyBound       bound);

/* The same for an object whose keys have been checked, since it may have more. */
ParleyNumber *parley_read_input_object (ParleyReader     *reader,
                                        const ParleyNode *object,
                                        const char       *what,
                                        ParleyBound       bound);

ParleyBasis parley_read_basis      (ParleyReader *reader, const ParleyNode *object);
char       *parley_read_confidence (ParleyReader *reader, const ParleyNode *object);

/* read_issue.c */
void parley_read_issues (ParleyReader *reader, const ParleyNode *root);
void parley_read_add_issue (ParleyReader *reader, ParleyIssue *issue, gboolean broken);

/* read_range.c, read_derived.c: each returns FALSE when the issue is broken. */
gboolean parley_read_range   (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue);

/* read_issue.c: counts @n more values or options. Returns: FALSE once they are too many, which is
 * reported at @node. */
gboolean parley_read_more_values (ParleyReader *reader, const ParleyNode *node, guint n);
gboolean parley_read_derived (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue);

/* read_terms.c: what @issue may be; NULL after a problem, and when it is broken. */
ParleyTerms *parley_read_terms (ParleyReader *reader, const ParleyNode *node, guint issue);

/* read_condition.c: NULL after a problem. The second is for derived issues,
 * which are not made from derived issues. */
ParleyCondition *parley_read_condition            (ParleyReader *reader, const ParleyNode *node);
ParleyCondition *parley_read_negotiated_condition (ParleyReader *reader, const ParleyNode *node);

/* read_value.c */
ParleyValueFunction *parley_read_value_function (ParleyReader     *reader,
                                                 const ParleyNode *node,
                                                 guint             issue);

/* read_weights.c: weights, a ranking or swing points. Returns: FALSE after a problem. */
gboolean parley_read_weights (ParleyReader *reader, const ParleyNode *node, ParleyParty *party);

/* read_reservation.c */
void parley_read_reservation (ParleyReader *reader, const ParleyNode *node, ParleyParty *party);
void parley_read_batna       (ParleyReader *reader, const ParleyNode *node, ParleyParty *party);

/* read_party.c */
void parley_read_parties (ParleyReader *reader, const ParleyNode *root);
void parley_read_party   (ParleyReader *reader, const ParleyNode *node, GHashTable *seen);

/* read_check.c: what only the whole of a party shows. */
void parley_read_check_weight (ParleyReader      *reader,
                               const ParleyNode  *node,
                               const ParleyParty *party);
void parley_read_check_party  (ParleyReader      *reader,
                              const ParleyNode *node,
                              const ParleyParty *party);

/* Only for a party that is otherwise without errors. */
void parley_read_check_variety (ParleyReader      *reader,
                                const ParleyNode  *node,
                                const ParleyParty *party);

/* read_draft.c, read_draft_term.c */
void             parley_read_drafts     (ParleyReader *reader, const ParleyNode *root);
ParleyDraftTerm *parley_read_draft_term (ParleyReader *reader, const ParleyNode *node, guint issue);

/* read_preference.c: of all parties, once drafts are known; or of one that is read alone. */
void parley_read_preferences    (ParleyReader *reader, const ParleyNode *root);
void parley_read_preferences_of (ParleyReader *reader, const ParleyNode *node, ParleyParty *party);

/* The terms of a position: as in a draft, of which only "is" is kept. */
ParleyTerms *parley_read_position_terms (ParleyReader *reader, const ParleyNode *node, guint issue);

/* read_warning.c: what an analyst wants to know though nothing is wrong. */
void parley_read_warn_of_party (ParleyReader      *reader,
                                const ParleyNode  *node,
                                const ParleyParty *party,
                                gboolean           weighed);
void parley_read_warn_of_scenario (ParleyReader *reader);

/* read_indifference.c: an option that no party values differently from another. */
void parley_read_warn_of_indifference (ParleyReader *reader);
