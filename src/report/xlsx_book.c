/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/xlsx_book.h"

#include <string.h>

#include "report/language.h"

/* Excel's, in units of UTF-16. */
#define MOST_OF_CELL 32767
#define MOST_OF_NAME 31
#define MOST_OF_FOOT 255

#define PAPER_A4 9

/* Of the lines between rows. */
#define HAIR 0xb8c0c8

/* In inches. */
#define SIDE_MARGIN 0.6
#define END_MARGIN  0.75

static const struct
{
  double   size;
  gboolean bold;
  gboolean italic;
  gboolean centred;
  guint8   indent;
  guint8   top; /* borders */
  guint8   bottom;
  guint32  color; /* 0: black */
  guint32  fill;  /* 0: none */
} styles[PARLEY_N_STYLES] = {
  [PARLEY_STYLE_TITLE] = { .size = 16, .bold = TRUE, .color = 0x1f3a5f },
  [PARLEY_STYLE_HEADING] = { .size = 13, .bold = TRUE, .color = 0x1f3a5f },
  [PARLEY_STYLE_SUBHEADING] = { .size = 11, .bold = TRUE, .color = 0x1f3a5f },
  [PARLEY_STYLE_LEAD]
  = { .size = 12, .fill = 0xeef2f7, .top = LXW_BORDER_THIN, .bottom = LXW_BORDER_THIN },
  [PARLEY_STYLE_TEXT] = { .size = 11 },
  [PARLEY_STYLE_NOTE] = { .size = 11, .italic = TRUE },
  [PARLEY_STYLE_ITEM] = { .size = 11, .indent = 1 },
  [PARLEY_STYLE_LINK] = { .size = 11, .indent = 1, .color = 0x0b5394 },
  [PARLEY_STYLE_LABEL] = { .size = 11, .bold = TRUE },
  [PARLEY_STYLE_CAPTION] = { .size = 11, .bold = TRUE },
  [PARLEY_STYLE_GROUP]
  = { .size = 11, .bold = TRUE, .centred = TRUE, .bottom = LXW_BORDER_THIN, .fill = 0xe4eaf1 },
  [PARLEY_STYLE_HEADER]
  = { .size = 11, .bold = TRUE, .bottom = LXW_BORDER_MEDIUM, .fill = 0xe4eaf1 },
  [PARLEY_STYLE_SECTION] = { .size = 11, .bold = TRUE, .italic = TRUE, .bottom = LXW_BORDER_HAIR },
  [PARLEY_STYLE_CELL] = { .size = 11, .bottom = LXW_BORDER_HAIR },
  [PARLEY_STYLE_TOTAL] = { .size = 11, .bold = TRUE, .top = LXW_BORDER_THIN },
  [PARLEY_STYLE_REMARK] = { .size = 9, .color = 0x4d4d4d },
};

double
parley_style_size (ParleyStyle style)
{
  return styles[style].size;
}

double
parley_style_space (ParleyStyle style)
{
  return style == PARLEY_STYLE_LEAD ? 10 : style <= PARLEY_STYLE_HEADING ? 4 : 0;
}

void
parley_book_init (ParleyBook *self, const ParleyDocument *document, lxw_workbook *workbook)
{
  self->document = document;
  self->workbook = workbook;
  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->charts = g_array_new (FALSE, FALSE, sizeof (ParleyPlacedChart));
  self->error = LXW_NO_ERROR;
}

void
parley_book_clear (ParleyBook *self)
{
  g_hash_table_unref (self->formats);
  g_hash_table_unref (self->names);
  g_array_unref (self->charts);
}

void
parley_book_note (ParleyBook *self, lxw_error error)
{
  if (self->error == LXW_NO_ERROR)
    self->error = error;
}

static void
set_font (lxw_format *format, ParleyStyle style)
{
  format_set_font_size (format, styles[style].size);
  if (styles[style].bold)
    format_set_bold (format);
  if (styles[style].italic)
    format_set_italic (format);
  if (styles[style].color != 0)
    format_set_font_color (format, styles[style].color);
  if (style == PARLEY_STYLE_LINK)
    format_set_underline (format, LXW_UNDERLINE_SINGLE);
}

static void
set_place (lxw_format *format, const ParleyCellLook *look)
{
  guint8 across = look->right                   ? LXW_ALIGN_RIGHT
                  : styles[look->style].centred ? LXW_ALIGN_CENTER
                                                : LXW_ALIGN_LEFT;

  format_set_align (format, across);
  format_set_align (format, look->style == PARLEY_STYLE_LEAD ? LXW_ALIGN_VERTICAL_CENTER
                                                             : LXW_ALIGN_VERTICAL_TOP);
  if (look->number[0] == '\0')
    format_set_text_wrap (format);
  /* Numbers keep off the text at their right. */
  if (styles[look->style].indent > 0 || look->right)
    format_set_indent (format, look->right ? 1 : styles[look->style].indent);
}

static void
set_ground (lxw_format *format, const ParleyCellLook *look)
{
  guint8 top = look->ruled ? LXW_BORDER_THIN : styles[look->style].top;

  format_set_top (format, top);
  format_set_bottom (format, styles[look->style].bottom);
  if (styles[look->style].bottom == LXW_BORDER_HAIR)
    format_set_bottom_color (format, HAIR);
  if (styles[look->style].fill != 0)
    format_set_bg_color (format, styles[look->style].fill);
}

lxw_format *
parley_book_format (ParleyBook *self, const ParleyCellLook *look)
{
  g_autofree char *key
      = g_strdup_printf ("%d %d %d %s", (int) look->style, look->right, look->ruled, look->number);
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format != NULL)
    return format;
  format = workbook_add_format (self->workbook);
  set_font (format, look->style);
  set_place (format, look);
  set_ground (format, look);
  if (look->number[0] != '\0')
    format_set_num_format (format, look->number);
  g_hash_table_insert (self->formats, g_steal_pointer (&key), format);
  return format;
}

/* The bytes of the beginning of @text that are no more than @most units of UTF-16. */
static gsize
cut_at (const char *text, gsize most)
{
  const char *p = text;

  for (gsize n = 0; *p != '\0'; p = g_utf8_next_char (p))
    {
      n += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      if (n > most)
        break;
    }
  return (gsize) (p - text);
}

/* Excel reads "_x0041_" as the letter A, as libxlsxwriter does not know. */
static gboolean
is_escape (const char *p)
{
  return p[0] == '_' && p[1] == 'x' && strspn (p + 2, "0123456789abcdefABCDEF") >= 4 && p[6] == '_';
}

char *
parley_book_text (const char *text)
{
  GString *safe = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (is_escape (p))
        g_string_append (safe, "_x005F");
      g_string_append_unichar (safe, g_utf8_get_char (p));
    }
  g_string_truncate (safe, cut_at (safe->str, MOST_OF_CELL));
  return g_string_free (safe, FALSE);
}

/* A quote may stand within a name only, and spaces at its ends are of no use. */
static void
strip_quotes (char *name)
{
  gsize first = strspn (name, "' ");
  gsize length = strlen (name);

  while (length > first && strchr ("' ", name[length - 1]) != NULL)
    length--;
  memmove (name, name + first, length - first);
  name[length - first] = '\0';
}

/* @name without what names of sheets must not have. */
static char *
clean_name (const char *name)
{
  g_autofree char *text = parley_book_text (name != NULL ? name : "");

  g_strdelimit (text, "[]:*?/\\", ' ');
  text[cut_at (text, MOST_OF_NAME)] = '\0';
  strip_quotes (text);
  return *text != '\0' ? g_steal_pointer (&text) : g_strdup (_ ("Sheet"));
}

/* "Name", "Name (2)", "Name (3)": the first that is not taken. */
static char *
free_name (ParleyBook *self, const char *wanted)
{
  g_autofree char *clean = clean_name (wanted);
  g_autofree char *name = g_strdup (clean);

  for (guint n = 2;; n++)
    {
      g_autofree char *small = g_utf8_strdown (name, -1);
      g_autofree char *number = g_strdup_printf (" (%u)", n);
      g_autofree char *stem = NULL;

      /* Excel keeps this one for itself. */
      if (!g_str_equal (small, "history")
          && g_hash_table_add (self->names, g_steal_pointer (&small)))
        return g_steal_pointer (&name);
      stem = g_strndup (clean, cut_at (clean, MOST_OF_NAME - strlen (number)));
      g_free (name);
      name = g_strconcat (stem, number, NULL);
    }
}

/* @text as it can stand at the head or the foot of a page, where "&" begins a code, in at most
 * @most characters. */
static char *
foot_text (const char *text, gsize most)
{
  g_auto(GStrv) parts = g_strsplit (text, "&", -1);
  g_autofree char *whole = g_strjoinv ("&&", parts);
  gsize length = cut_at (whole, most);
  gsize n_signs = 0;

  while (n_signs < length && whole[length - n_signs - 1] == '&')
    n_signs++;
  /* Half a sign would be a code with what follows. */
  return g_strndup (whole, length - n_signs % 2);
}

static void
set_head_and_foot (ParleyBook *self, lxw_worksheet *sheet)
{
  const ParleyImprint *imprint = &self->document->imprint;
  g_autofree char *pages = g_strconcat ("&R", _ ("Page &P of &N"), NULL);
  /* The space keeps digits of the text from the size of its letters. */
  const char *small = "&L&8 ";
  g_autofree char *left
      = foot_text (imprint->foot != NULL ? imprint->foot : "",
                   MOST_OF_FOOT - strlen (small) - (gsize) g_utf8_strlen (pages, -1));
  g_autofree char *foot = g_strconcat (small, left, pages, NULL);

  if (imprint->marking != NULL)
    {
      g_autofree char *marking = foot_text (imprint->marking, MOST_OF_FOOT - 2);
      g_autofree char *head = g_strconcat ("&C", marking, NULL);

      parley_book_note (self, worksheet_set_header (sheet, head));
    }
  parley_book_note (self, worksheet_set_footer (sheet, foot));
}

static void
set_up_print (ParleyBook *self, lxw_worksheet *sheet, ParleyPageKind kind)
{
  worksheet_set_paper (sheet, PAPER_A4);
  worksheet_set_portrait (sheet);
  worksheet_fit_to_pages (sheet, 1, kind == PARLEY_PAGE_FITS ? 1 : 0);
  worksheet_set_margins (sheet, SIDE_MARGIN, SIDE_MARGIN, END_MARGIN, END_MARGIN);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  set_head_and_foot (self, sheet);
}

lxw_worksheet *
parley_book_add_sheet (ParleyBook *self, const char *name, ParleyPageKind kind, char **name_out)
{
  lxw_worksheet *sheet = NULL;

  *name_out = free_name (self, name);
  sheet = workbook_add_worksheet (self->workbook, *name_out);
  if (sheet == NULL)
    parley_book_note (self, LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED);
  else
    set_up_print (self, sheet, kind);
  return sheet;
}
