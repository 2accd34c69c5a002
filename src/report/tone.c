/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tone.h"

/* Blue, vermilion and green are those of M. Okabe and K. Ito, "Color Universal Design" (2008).
 * All stand out from their ground by a contrast of three or more, what letters have by 4.5. */
static const struct
{
  const char *name;
  guint32     light;
  guint32     dark;
} tones[PARLEY_N_TONES] = {
  [PARLEY_INK_PLAIN] = { "plain", 0x1f2328, 0xe8eaed },
  [PARLEY_INK_MUTED] = { "muted", 0x5a646e, 0xa9b1ba },
  [PARLEY_INK_FIRST] = { "first", 0x0072b2, 0x56b4e9 },
  [PARLEY_INK_SECOND] = { "second", 0xd55e00, 0xf0924c },
  [PARLEY_INK_THIRD] = { "third", 0x009e73, 0x3cc79a },
  [PARLEY_INK_FOURTH] = { "fourth", 0x8c6d00, 0xd6b93b },
  [PARLEY_INK_GOOD] = { "good", 0x00594f, 0x4cc7b4 },
  [PARLEY_INK_BAD] = { "bad", 0xa0343c, 0xf07c82 },
  [PARLEY_INK_ACCENT] = { "accent", 0x9c0068, 0xf48ad0 },
  [PARLEY_TONE_PAPER] = { "paper", 0xffffff, 0x14181c },
  [PARLEY_TONE_GRID] = { "grid", 0xd5dade, 0x3a424b },
};

const char *
parley_tone_name (guint tone)
{
  return tones[tone].name;
}

guint32
parley_tone_light (guint tone)
{
  return tones[tone].light;
}

guint32
parley_tone_dark (guint tone)
{
  return tones[tone].dark;
}
