/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/scan.h"

#include <string.h>

#include "scenario/scan_state.h"
#include "scenario/unescape.h"

#define A_VALUE "a string in double quotes, a number, true, false, an object or a list"

/* Who has made the same mistake a hundred times has seen enough of it. */
#define MAX_PROBLEMS 100

static gboolean scan_place (ParleyScan *self, gsize start, gsize key_end, guint index);

static void
skip_space (ParleyScan *self)
{
  self->at += strspn (self->data + self->at, " \t\n\r");
}

static gboolean
note_duplicate (ParleyScan *self, gsize start, const char *key, gsize first)
{
  guint line;
  guint column;

  parley_text_locate (self->text, first, &line, &column);
  parley_scan_note (self, PARLEY_PROBLEM_DUPLICATE_KEY, start,
                    "the key \"%s\" already stands in this object, in line %u", key, line);
  return self->n_problems < MAX_PROBLEMS;
}

/* @keys: the keys of the object so far, each with its offset + 1. */
static gboolean
scan_key (ParleyScan *self, GHashTable *keys)
{
  gsize start = self->at;
  guint n_problems = self->n_problems;
  g_autofree char *key = NULL;
  gsize first;

  if (self->data[self->at] != '"')
    return parley_scan_refuse_key (self);
  if (!parley_scan_string (self))
    return FALSE;
  if (self->n_problems > n_problems)
    return TRUE;

  key = parley_unescape (self->data + start + 1, self->data + self->at - 1);
  first = GPOINTER_TO_SIZE (g_hash_table_lookup (keys, key));
  if (first != 0)
    return note_duplicate (self, start, key, first - 1);
  g_hash_table_insert (keys, g_steal_pointer (&key), GSIZE_TO_POINTER (start + 1));
  return TRUE;
}

static gboolean
scan_member (ParleyScan *self, guint index, GHashTable *keys)
{
  gsize start = self->at;
  gsize key_end;

  if (!scan_key (self, keys))
    return FALSE;
  key_end = self->at;
  skip_space (self);
  if (self->data[self->at] != ':')
    return parley_scan_refuse_here (self, "a colon is missing behind a key", ":");
  self->at++;
  skip_space (self);
  return scan_place (self, start, key_end, index);
}

/* From behind a child to the next one, or to the bracket that closes. */
static gboolean
scan_separator (ParleyScan *self, char close)
{
  gsize comma;

  skip_space (self);
  if (self->data[self->at] == close)
    return TRUE;
  if (self->data[self->at] != ',')
    return parley_scan_refuse_separator (self, close);

  comma = self->at++;
  skip_space (self);
  if (self->data[self->at] == close)
    return parley_scan_refuse (self, comma, "a comma stands behind the last one", "no comma there");
  return TRUE;
}

/* An object, whose keys are gathered in @keys, or without @keys a list. */
static gboolean
scan_container (ParleyScan *self, char close, GHashTable *keys)
{
  if (self->depth == PARLEY_SCAN_MAX_DEPTH)
    {
      parley_scan_note (self, PARLEY_PROBLEM_TOO_DEEP, self->at,
                        "objects and lists are nested more than %d deep", PARLEY_SCAN_MAX_DEPTH);
      return FALSE;
    }
  self->depth++;
  self->at++;
  skip_space (self);
  for (guint index = 0; self->data[self->at] != close; index++)
    {
      gboolean scanned = keys != NULL ? scan_member (self, index, keys)
                                      : scan_place (self, self->at, self->at, index);

      if (!scanned || !scan_separator (self, close))
        return FALSE;
    }
  self->at++;
  self->depth--;
  return TRUE;
}

static gboolean
scan_object (ParleyScan *self)
{
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return scan_container (self, '}', keys);
}

/* Where a value should begin, and @word, which may be empty, is none. */
static gboolean
refuse_value (ParleyScan *self, const char *word)
{
  const char *message = "a value is missing";

  if (*word == '+')
    message = "a number has no plus sign";
  else if (*word == '.')
    message = "a number has a digit before the point";
  else if (*word != '\0')
    message = "a word stands outside quotes";

  parley_scan_refuse_here (self, message, A_VALUE);
  parley_scan_suggest (self, word);
  return FALSE;
}

static gboolean
scan_word (ParleyScan *self)
{
  gsize n = parley_scan_word_length (self, self->at);
  g_autofree char *word = g_strndup (self->data + self->at, n);

  if (strcmp (word, "true") != 0 && strcmp (word, "false") != 0 && strcmp (word, "null") != 0)
    return refuse_value (self, word);
  self->at += n;
  return TRUE;
}

static gboolean
scan_value (ParleyScan *self)
{
  char first = self->data[self->at];

  if (first == '{')
    return scan_object (self);
  if (first == '[')
    return scan_container (self, ']', NULL);
  if (first == '"')
    return parley_scan_string (self);
  if (first == '-' || g_ascii_isdigit (first))
    return parley_scan_number (self);
  return scan_word (self);
}

static gboolean
refuse_more (ParleyScan *self)
{
  parley_scan_note (self, PARLEY_PROBLEM_TEXT_TOO_LONG, self->at,
                    "the text has more than 150,000 values, where an object counts as five");
  return FALSE;
}

/* The value at @self->at, with the key from @start to @key_end. */
static gboolean
scan_place (ParleyScan *self, gsize start, gsize key_end, guint index)
{
  guint mine = self->places->len;
  ParleyPlace place
      = { (guint32) start, (guint32) key_end, (guint32) self->at, G_MAXUINT32, self->open, index };
  guint outer = self->open;

  self->n_values += self->data[self->at] == '{' ? PARLEY_SCAN_OBJECT_VALUES : 1;
  if (self->n_values > PARLEY_SCAN_MAX_VALUES)
    return refuse_more (self);
  g_array_append_val (self->places, place);
  self->open = mine;
  if (!scan_value (self) || self->n_problems >= MAX_PROBLEMS)
    return FALSE;
  g_array_index (self->places, ParleyPlace, mine).end = (guint32) self->at;
  self->open = outer;
  return TRUE;
}

static gboolean
scan_encoding (ParleyScan *self)
{
  const char *start = self->data + self->at;
  const char *end;
  ParleyProblem *problem;

  /* A zero byte stops GLib too; the scan itself will find it. */
  if (g_utf8_validate (start, (gssize) (self->text->length - self->at), &end) || *end == '\0')
    return TRUE;
  problem = parley_scan_note (self, PARLEY_PROBLEM_ENCODING, (gsize) (end - self->data),
                              "the text is not valid UTF-8");
  problem->found = g_strdup_printf ("the byte 0x%02X", (guchar) *end);
  problem->expected = g_strdup ("a file saved as UTF-8");
  return FALSE;
}

static void
skip_byte_order_mark (ParleyScan *self)
{
  if (!g_str_has_prefix (self->data + self->at, "\xef\xbb\xbf"))
    return;
  parley_scan_note (self, PARLEY_PROBLEM_BYTE_ORDER_MARK, self->at,
                    "the text begins with a byte order mark: remove the byte order mark");
  self->at += 3;
}

static gboolean
scan_text (ParleyScan *self)
{
  if (!scan_encoding (self))
    return FALSE;
  skip_byte_order_mark (self);
  skip_space (self);
  if (!scan_place (self, self->at, self->at, 0))
    return FALSE;
  skip_space (self);
  if (!parley_scan_at_end (self))
    return parley_scan_refuse_here (self, "the text goes on behind its end", "the end of the file");
  return self->n_problems == 0;
}

/* Otherwise the last of many problems would pass for the last there is. */
static void
note_stop (ParleyScan *self)
{
  parley_scan_note (self, PARLEY_PROBLEM_MORE_PROBLEMS, self->at,
                    "the text is not read further, after %d problems", MAX_PROBLEMS);
}

GArray *
parley_scan (const ParleyText *text, gsize offset, ParleyProblems *problems)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (ParleyPlace));
  ParleyScan self
      = { .text = text, .data = text->data, .at = offset, .problems = problems, .places = places };

  g_return_val_if_fail (offset <= text->length && text->length < G_MAXUINT32, NULL);

  if (scan_text (&self))
    return g_steal_pointer (&places);
  if (self.n_problems >= MAX_PROBLEMS)
    note_stop (&self);
  return NULL;
}
