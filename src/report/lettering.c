/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/lettering.h"

#include <string.h>

/* Advance widths of DejaVu Sans 2.37, in thousandths of its size: U+0020 to U+007E, */
static const guint16 basic[] = {
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
  636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
  575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
  611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
  278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838,
};

/* U+00A0 to U+017F, */
static const guint16 latin[] = {
  318, 401, 636, 636, 636, 636, 337, 500,  500,  1000, 471, 612, 838, 361, 1000, 500, 500, 838, 401,
  401, 500, 636, 636, 318, 500, 401, 471,  612,  969,  969, 969, 531, 684, 684,  684, 684, 684, 684,
  974, 698, 632, 632, 632, 632, 295, 295,  295,  295,  775, 748, 787, 787, 787,  787, 787, 838, 787,
  732, 732, 732, 732, 611, 605, 630, 613,  613,  613,  613, 613, 613, 982, 550,  615, 615, 615, 615,
  278, 278, 278, 278, 612, 634, 612, 612,  612,  612,  612, 838, 612, 634, 634,  634, 634, 592, 635,
  592, 684, 613, 684, 613, 684, 613, 698,  550,  698,  550, 698, 550, 698, 550,  770, 635, 775, 635,
  632, 615, 632, 615, 632, 615, 632, 615,  632,  615,  775, 635, 775, 635, 775,  635, 775, 635, 752,
  634, 916, 695, 295, 278, 295, 278, 295,  278,  295,  278, 295, 278, 590, 556,  295, 278, 656, 579,
  579, 557, 278, 557, 278, 557, 375, 557,  342,  562,  284, 748, 634, 748, 634,  748, 634, 813, 748,
  634, 787, 612, 787, 612, 787, 612, 1070, 1023, 695,  411, 695, 411, 695, 411,  635, 521, 635, 521,
  635, 521, 635, 521, 611, 392, 611, 392,  611,  392,  732, 634, 732, 634, 732,  634, 732, 634, 732,
  634, 732, 634, 989, 818, 611, 592, 611,  685,  525,  685, 525, 685, 525, 352,
};

/* U+0400 to U+0491, */
static const guint16 cyrillic[] = {
  632, 632, 786,  610,  698, 635,  295,  295,  295, 1094, 1045, 786, 710,  748, 609, 752, 684,
  686, 686, 610,  781,  632, 1077, 641,  748,  748, 710,  752,  863, 752,  787, 752, 603, 698,
  611, 609, 861,  685,  776, 686,  1069, 1094, 833, 882,  686,  698, 1080, 695, 613, 617, 589,
  525, 691, 615,  901,  532, 650,  650,  604,  639, 754,  654,  612, 654,  635, 550, 583, 592,
  855, 592, 681,  591,  915, 942,  707,  790,  589, 549,  842,  602, 615,  615, 625, 525, 549,
  521, 278, 278,  278,  902, 898,  652,  604,  650, 592,  654,  934, 837,  771, 672, 942, 749,
  879, 783, 1160, 1001, 787, 612,  1027, 824,  636, 541,  856,  876, 787,  612, 781, 665, 781,
  665, 992, 904,  953,  758, 1180, 1028, 934,  837, 698,  550,  502, 0,    0,   0,   0,   0,
  418, 418, 772,  677,  686, 589,  603,  635,  610, 525,
};

/* and U+2010 to U+203A. */
static const guint16 marks[] = {
  361, 361, 636,  500,  1000, 1000, 500, 500,  318, 318, 318, 318, 518, 518, 518,
  518, 500, 500,  590,  590,  334,  667, 1000, 318, 0,   0,   0,   0,   0,   0,
  0,   200, 1342, 1735, 227,  374,  520, 227,  374, 520, 339, 400, 400,
};

static const struct
{
  gunichar       first;
  gsize          n;
  const guint16 *widths;
} tables[] = {
  { 0x20, G_N_ELEMENTS (basic), basic },
  { 0xa0, G_N_ELEMENTS (latin), latin },
  { 0x400, G_N_ELEMENTS (cyrillic), cyrillic },
  { 0x2010, G_N_ELEMENTS (marks), marks },
};

/* Of letters without a table, wide enough for nearly all; and how much wider bold letters are. */
#define OTHER_WIDTH 750
#define WIDE_WIDTH  1000
#define BOLD        1.15

static guint
width_of (gunichar c)
{
  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    if (c >= tables[t].first && c - tables[t].first < tables[t].n)
      return tables[t].widths[c - tables[t].first];
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? WIDE_WIDTH : OTHER_WIDTH;
}

static double
width_between (const char *text, const char *end, double size, gboolean bold)
{
  gsize sum = 0;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    sum += width_of (g_utf8_get_char (at));
  return (double) sum / 1000 * size * (bold ? BOLD : 1);
}

double
parley_lettering_width (const char *text, double size, gboolean bold)
{
  return width_between (text, text + strlen (text), size, bold);
}

/* Where the character at @at ends, with the marks that stand on it. */
static const char *
after_cluster (const char *at)
{
  at = g_utf8_next_char (at);
  while (*at != '\0' && g_unichar_iszerowidth (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* The longest beginning of @text within @width, at least one character. */
static const char *
fitting (const char *text, double size, gboolean bold, double width)
{
  const char *end = after_cluster (text);

  while (*end != '\0' && width_between (text, after_cluster (end), size, bold) <= width)
    end = after_cluster (end);
  return end;
}

/* Where the first line of @text ends: before a space, if one is there. */
static const char *
line_end (const char *text, double size, gboolean bold, double width)
{
  const char *end = fitting (text, size, bold, width);
  const char *space = NULL;

  if (*end == '\0')
    return end;
  for (const char *at = text; at <= end; at = g_utf8_next_char (at))
    if (*at == ' ')
      space = at;
  return space == NULL || space == text ? end : space;
}

static char *
shortened (const char *text, double size, gboolean bold, double width)
{
  double room = width - parley_lettering_width ("…", size, bold);
  g_autofree char *start = g_strndup (text, (gsize) (fitting (text, size, bold, room) - text));

  g_strchomp (start);
  return g_strconcat (start, "…", NULL);
}

GPtrArray *
parley_lettering_wrap (const char *text,
                       double      size,
                       gboolean    bold,
                       double      width,
                       guint       most_lines,
                       gboolean   *is_cut)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  gboolean cut = FALSE;

  do
    {
      const char *end = NULL;
      char *line = NULL;

      while (*text == ' ')
        text++;
      end = *text == '\0' ? text : line_end (text, size, bold, width);
      cut = *end != '\0' && lines->len + 1 == most_lines;
      line = cut ? shortened (text, size, bold, width) : g_strndup (text, (gsize) (end - text));
      g_ptr_array_add (lines, g_strchomp (line));
      text = end;
    }
  while (*text != '\0' && !cut);
  if (is_cut != NULL)
    *is_cut = cut;
  return lines;
}
