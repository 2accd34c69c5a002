/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/infer.h"

/* How reports on a record say things. Every char * is (transfer full) unless it is const. */

const ParleyParty *parley_infer_party (const ParleyInference *self);

const ParleyClue *parley_infer_clue (const ParleyInference *self, guint clue);

/* "12 Feb": when it was decided; "no date". */
char *parley_infer_when (const ParleyInference *self, guint clue);

/* "12 Feb, US draft"; of a preference ""12 Feb, US draft" to "14 Feb, UA counter", by 5 points or
 * more". */
char *parley_infer_draft (const ParleyInference *self, guint clue);

/* "rejected", "judged to prefer". */
const char *parley_infer_act (const ParleyInference *self, guint clue);

/* The same where the draft follows: "tabled", "accepted the text of". */
const char *parley_infer_verb (const ParleyInference *self, guint clue);

/* "it rejected "12 Feb, US draft" (20 Feb)"; "it is judged to prefer …". */
char *parley_infer_deed (const ParleyInference *self, guint clue);

/* Of how many clues somebody judges what a party prefers. */
guint parley_infer_count_preferences (const ParleyInference *self);

/* "No debt for past aid and Constitution and EU path": the red lines that count for a decision. */
char *parley_infer_red_lines (const ParleyInference *self, guint clue);

/* What it tells: "teaches", "red-line" and so on. */
const char *parley_infer_kind (const ParleyClue *clue);

/* How the share of what is believed that is left is told: "99.8 %", "about one of 40 (2.5 % +/-
 * 0.2)", "less than one of 3,333". */
char *parley_infer_left (const ParleyInference *self);

/* "next to nothing", "little", "something", "much": what a share or a chance that is left teaches.
 */
const char *parley_infer_lesson (double left);

/* What there was before: "what was believed of its weights and reservation". */
const char *parley_infer_believed (const ParleyInference *self);

/* The day from which it counts. Returns: (nullable): NULL when it is the first. */
const char *parley_infer_reservation_from (const ParleyInference *self, guint reservation);

/* "Security assurance", "Reservation": what a number is of. */
char *parley_infer_name (const ParleyInference *self, guint number);

/* A share in percent, and a reservation in points, with one decimal. */
char *parley_infer_number (const ParleyInference *self, guint number, double value);

/* Sets @value to the number as it is written, a share of 1 or points. */
void parley_infer_written (const ParleyInference *self, guint number, mpq_ptr value);

/* Parts of the document. */
void parley_infer_add_decisions (ParleyDocument *document, const ParleyInference *self);
void parley_infer_add_numbers   (ParleyDocument *document, const ParleyInference *self);
void parley_infer_add_orders    (ParleyDocument *document, const ParleyInference *self);
void parley_infer_add_conflict  (ParleyDocument *document, const ParleyInference *self);
