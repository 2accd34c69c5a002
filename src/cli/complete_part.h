/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"
#include "scenario/load.h"

/* The parts of parley_complete (). */

/**
 * ParleyLine:
 *
 * A command line that is being typed, and the word that is asked about. All but @entries and @kind
 * is borrowed.
 */
typedef struct
{
  const ParleyCommand *command;
  GArray     *entries; /* of GOptionEntry: the options that @command has */
  const char *file;    /* (nullable): the first that is named as an argument */
  const char *word;    /* what has been typed of it; "" for nothing */
  gsize       prefix;  /* how much of @word stands before the value: "--for=" */
  char       *kind;    /* (nullable) what it stands for, as the help names it: "all|tabled|PARTY" */
  gboolean    is_option;    /* it begins one, or nothing else can stand there */
  gboolean    is_any_file;  /* a file that is no scenario, overlay or model */
} ParleyLine;

/* @words: the command and what stands behind it; @index, above 0: of the word that is asked about,
 * which may be one behind the last. */
void parley_line_read (ParleyLine *self, const ParleyCommand *command, char **words, guint index);

void parley_line_clear (ParleyLine *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyLine, parley_line_clear)

/* Tells what can stand for @line's word where it is no option. */
void parley_complete_value (const ParleyLine *line, GString *result);

/* Tells how the path @typed, as --set takes them, can go on in @tree; @before is what stands before
 * it. */
void parley_complete_path (const ParleyNode *tree,
                           const char       *before,
                           const char       *typed,
                           GString          *result);

/* One line, of three texts that make up the word, and @about (nullable), escaped (base/escape.h). A
 * word that would have to be is left out. */
void parley_complete_tell (GString    *result,
                           const char *before,
                           const char *word,
                           const char *behind,
                           const char *about);
