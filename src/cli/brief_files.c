/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/brief_files.h"

#include "base/date.h"
#include "base/error.h"

static void
add (ParleyBriefFiles *self, const char *path, const char *data, gsize length)
{
  ParleyBriefFile *file = &self->list[self->n++];
  g_autofree char *name = g_path_get_basename (path);

  file->name = g_filename_display_name (name);
  file->sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
  g_ptr_array_add (self->texts, (gpointer) file->name);
  g_ptr_array_add (self->texts, (gpointer) file->sha256);
}

ParleyBriefFiles *
parley_brief_files_new (const ParleyLoaded *loaded, const char *path, GError **error)
{
  ParleyBriefFiles *self = g_new0 (ParleyBriefFiles, 1);

  self->list = g_new0 (ParleyBriefFile, loaded->files->len + 1);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  add (self, path, loaded->text->data, loaded->text->length);
  for (guint i = 0; i < loaded->files->len; i++)
    {
      const char *other = g_ptr_array_index (loaded->files, i);
      g_autofree char *data = NULL;
      g_autoptr(GError) cause = NULL;
      gsize length = 0;

      if (!g_file_get_contents (other, &data, &length, &cause))
        {
          g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "%s", cause->message);
          parley_brief_files_free (self);
          return NULL;
        }
      add (self, other, data, length);
    }
  return self;
}

void
parley_brief_files_free (ParleyBriefFiles *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->texts);
  g_free (self->list);
  g_free (self);
}

gboolean
parley_brief_time (const char *date, const char *as_of, gint64 *seconds, GError **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  const char *day = date != NULL ? date : as_of;

  if (date != NULL && !parley_date_is_valid (date))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "--date takes a day as YYYY-MM-DD, not \"%s\"", date);
      return FALSE;
    }
  if (epoch == NULL || !g_ascii_string_to_signed (epoch, 10, 0, G_MAXUINT32, seconds, NULL))
    *seconds = day == NULL ? 0 : parley_date_to_seconds (day);
  return TRUE;
}
