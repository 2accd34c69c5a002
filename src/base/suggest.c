/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/suggest.h"

#include <string.h>

/* Longer words are no slips of the pen, and the work grows with the square. */
#define MAX_LENGTH 100

/* In bytes: nobody types longer titles, and each is looked at for each word. */
#define MAX_TITLE 300

static char
fold (char c)
{
  return c == '_' ? '-' : g_ascii_tolower (c);
}

/* Fills @row from the two rows above it. Optimal string alignment: insert,
 * delete, replace, or swap neighbours, each of them one edit. Returns: the least in it. */
static gsize
fill_row (const char *a, gsize i, const char *b, gsize n, gsize rows[3][MAX_LENGTH + 1])
{
  const gsize *before = rows[(i + 1) % 3];
  const gsize *above = rows[(i + 2) % 3];
  gsize *row = rows[i % 3];
  gsize least = i;

  row[0] = i;
  for (gsize j = 1; j <= n; j++)
    {
      gboolean same = fold (a[i - 1]) == fold (b[j - 1]);

      row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && fold (a[i - 1]) == fold (b[j - 2])
          && fold (a[i - 2]) == fold (b[j - 1]))
        row[j] = MIN (row[j], before[j - 2] + 1);
      least = MIN (least, row[j]);
    }
  return least;
}

/* G_MAXSIZE where there are more than @most. */
static gsize
count_edits (const char *a, const char *b, gsize most)
{
  gsize rows[3][MAX_LENGTH + 1];
  gsize m = strlen (a);
  gsize n = strlen (b);
  gsize least = 0;

  if (m > MAX_LENGTH || n > MAX_LENGTH || MAX (m, n) - MIN (m, n) > most)
    return G_MAXSIZE;

  for (gsize j = 0; j <= n; j++)
    rows[0][j] = j;
  for (gsize i = 1; i <= m; i++)
    {
      gsize above = least;

      /* What follows two rows is no less than the least in them. */
      least = fill_row (a, i, b, n, rows);
      if (MIN (least, above) > most)
        return G_MAXSIZE;
    }
  return rows[m % 3][n];
}

const char *
parley_suggest (const char *word, const char *const *candidates)
{
  const char *best = NULL;
  gboolean tied = FALSE;
  gsize fewest;

  g_return_val_if_fail (word != NULL && candidates != NULL, NULL);

  /* One edit more than is near enough, so that only what is nearer counts; a word
   * of which no letter is left is none that was meant. */
  fewest = MIN (MAX (1, strlen (word) / 3) + 1, strlen (word));
  for (; *candidates != NULL; candidates++)
    {
      gsize edits = count_edits (word, *candidates, fewest);

      if (edits < fewest)
        {
          best = *candidates;
          fewest = edits;
          tied = FALSE;
        }
      else if (best != NULL && edits == fewest && strcmp (best, *candidates) != 0)
        tied = TRUE;
    }

  /* Between two that are one edit away either may be meant; the first is as good
   * a hint as none. Further away it is a guess. */
  return tied && fewest > 1 ? NULL : best;
}

char *
parley_suggest_phrase (const char *word, const char *const *candidates)
{
  const char *meant = parley_suggest (word, candidates);

  return meant != NULL ? g_strdup_printf ("; did you mean \"%s\"?", meant) : g_strdup ("");
}

typedef struct
{
  const char *id;
  const char *title;
} Thing;

/* @title: (nullable). Returns: NULL for none, and of one that is too long or no UTF-8, such as an
 * argument or what a program hands over can be: GLib would read on behind its end. */
static char *
fold_title (const char *title)
{
  if (title == NULL || strlen (title) > MAX_TITLE || !g_utf8_validate (title, -1, NULL))
    return NULL;
  return g_utf8_casefold (title, -1);
}

const char *
parley_suggest_titled (const char *word, const GPtrArray *things)
{
  g_autofree char *wanted = fold_title (word);

  for (guint i = 0; i < things->len && wanted != NULL; i++)
    {
      const Thing *thing = g_ptr_array_index (things, i);
      g_autofree char *title = fold_title (thing->title);

      if (g_strcmp0 (title, wanted) == 0)
        return thing->id;
    }
  return word;
}

char *
parley_suggest_among (const char *word, const GPtrArray *things)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < things->len; i++)
    g_ptr_array_add (known, *(char **) g_ptr_array_index (things, i));
  g_ptr_array_add (known, NULL);
  return parley_suggest_phrase (parley_suggest_titled (word, things),
                                (const char *const *) known->pdata);
}
