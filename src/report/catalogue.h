/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyCatalogue:
 *
 * Translations, read where they lie from the bytes that gettext's msgfmt writes ("The Format of GNU
 * MO Files" in the manual of gettext; little endian). GNU gettext itself would choose the language
 * by the environment and the locale of the whole process.
 */
typedef struct
{
  const guchar *data;
  guint32       n; /* of texts */
  guint32       originals; /* where the tables of lengths and places begin: the texts in English, */
  guint32       translations; /* and what they become */
} ParleyCatalogue;

/* Opens @data, which must outlive what is found in it. Returns: FALSE, with @self empty, when it is
 * no catalogue: every place is looked at once, so that finding need not. */
gboolean parley_catalogue_open (ParleyCatalogue *self, const guchar *data, gsize length);

/* What @text becomes, or its @form-th form where it has several.
 * Returns: (transfer none) (nullable): NULL when that is not there. */
const char *parley_catalogue_find (const ParleyCatalogue *self, const char *text, guint form);
