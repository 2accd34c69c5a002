/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/problem.h"
#include "scenario/text.h"

typedef enum
{
  PARLEY_NODE_OBJECT,
  PARLEY_NODE_ARRAY,
  PARLEY_NODE_STRING,
  PARLEY_NODE_NUMBER,
  PARLEY_NODE_BOOLEAN,
  PARLEY_NODE_NULL
} ParleyNodeKind;

/**
 * ParleyNode:
 *
 * A JSON value that knows where it was written, so that a scenario merged from
 * several files can still be complained about at the right place. Immutable and
 * reference-counted: merging shares what it does not change.
 */
typedef struct _ParleyNode ParleyNode;

struct _ParleyNode
{
  ParleyNodeKind  kind;
  ParleyText     *text;     /* (owned reference) where it was written */
  gsize           offset;   /* of its first byte in @text */
  gsize           end;      /* behind its last byte */
  char           *string;   /* STRING: the value; NUMBER: as written */
  gboolean        boolean;  /* BOOLEAN */
  gboolean        is_path;  /* OBJECT: stands for a part of a setting's path, not for braces */
  GPtrArray      *children; /* OBJECT, ARRAY: of ParleyNode */
  GPtrArray      *members;  /* OBJECT: of ParleyMember, one a child */
  grefcount       refs;
};

/* The key of a child, and where it was written. */
typedef struct
{
  char       *key;
  ParleyText *text;
  gsize       offset;
  gsize       end;
} ParleyMember;

/**
 * parley_node_parse:
 *
 * Reads all of @text as one JSON value. A strict scan for RFC 8259 runs first
 * (it finds what json-c lets pass: duplicate keys, NaN, raw control characters,
 * leading zeros, bad UTF-8 …) and notes where each value stands; json-c then
 * builds the values.
 *
 * Returns: (transfer full): NULL if and only if a problem was added.
 */
ParleyNode *parley_node_parse (ParleyText *text, ParleyProblems *problems);

/* The same for what stands from @offset on. */
ParleyNode *parley_node_parse_from (ParleyText *text, gsize offset, ParleyProblems *problems);

/* For what is built rather than parsed: an object or list without children. */
ParleyNode *parley_node_new (ParleyNodeKind kind, ParleyText *text, gsize offset, gsize end);

ParleyNode *parley_node_new_string (ParleyText *text, gsize offset, gsize end, const char *string);

ParleyMember *parley_member_new  (const char *key, ParleyText *text, gsize offset, gsize end);
ParleyMember *parley_member_copy (const ParleyMember *member);

/* Takes both; @member is NULL in an array. Only before the node is shared. */
void parley_node_take_child (ParleyNode *self, ParleyMember *member, ParleyNode *child);

/* An object as though written where @place is, with its children.
 * @without: (nullable): a key to leave out. Returns: (transfer full). */
ParleyNode *parley_node_move (ParleyNode *self, const ParleyNode *place, const char *without);

/* An object with @child in place of its member @key. Returns: (transfer full). */
ParleyNode *parley_node_replace_take (ParleyNode *self, const char *key, ParleyNode *child);

ParleyNode *parley_node_ref   (ParleyNode *self);
void        parley_node_unref (ParleyNode *self);

guint       parley_node_size  (const ParleyNode *self); /* children */
ParleyNode *parley_node_child (const ParleyNode *self, guint index); /* (transfer none) */
const char *parley_node_key   (const ParleyNode *self, guint index); /* of an object's child */
const ParleyMember *parley_node_member (const ParleyNode *self, guint index);

/* What a child is called: its key in an object, its id in a list (nullable). */
const char *parley_node_child_name (const ParleyNode *self, guint index);

/* Whether @self is a list of things with ids. An empty list counts: the format has no list that may
 * be empty and is not one of these. */
gboolean parley_node_is_list_with_ids (const ParleyNode *self);

/* The member @key of an object. Returns: (transfer none) (nullable); NULL too
 * when @self is no object. */
ParleyNode *parley_node_get (const ParleyNode *self, const char *key);

/* The index of the member @key of an object, or -1. */
gint parley_node_find (const ParleyNode *self, const char *key);

/* The value of the string that is the member @key. Returns: (transfer none)
 * (nullable): NULL when there is none or it is no string. */
const char *parley_node_get_string (const ParleyNode *self, const char *key);

/* "an object", "the string \"abc\"", "the number 12", "null": for messages; long
 * strings are cut. Returns: (transfer full). */
char *parley_node_describe (const ParleyNode *self);

/* Whether @self is an object; adds a problem otherwise. @what: "an overlay". */
gboolean parley_node_check_object (const ParleyNode *self,
                                   const char       *what,
                                   ParleyProblems   *problems);

/* Adds a problem at the place where @node was written. @message is a printf format.
 * Returns: (transfer none): the problem, for found, expected and suggestion. */
ParleyProblem *parley_problems_add_at (ParleyProblems    *self,
                                       ParleyProblemCode  code,
                                       const ParleyNode  *node,
                                       const char        *message,
                                       ...) G_GNUC_PRINTF (4, 5);

/* The same at the key of the child @index of @object. */
ParleyProblem *parley_problems_add_at_key (ParleyProblems    *self,
                                           ParleyProblemCode  code,
                                           const ParleyNode  *object,
                                           guint              index,
                                           const char        *message,
                                           ...) G_GNUC_PRINTF (5, 6);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyNode, parley_node_unref)
