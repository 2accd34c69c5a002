/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/divide.h"

/* How a division comes about; whether it is what it should be; and what it is as a deal. */
void parley_divide_add_steps  (ParleyDocument *document, const ParleyDivision *self);
void parley_divide_add_checks (ParleyDocument *document, const ParleyDivision *self);
void parley_divide_add_deals  (ParleyDocument *document, const ParleyDivision *self);

/* A part of 1: "2/15", or "18.2 %" where the fraction is unwieldy. Returns: (transfer full). */
char *parley_words_part (mpq_srcptr part);

/* The title of a side, of a lot's issue, and a lot. */
const char      *parley_division_side  (const ParleyDivision *self, guint side);
const char      *parley_division_issue (const ParleyDivision *self, const ParleyStake *stake);
const ParleyLot *parley_division_lot   (const ParleyDivision *self, guint index);
