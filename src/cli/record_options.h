/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/posterior.h"

/* The options of those commands that learn from a record, as ParleyCommand.shared. */
extern const GOptionEntry parley_record_entries[];

/* What these options ask for. */
typedef struct
{
  ParleyRevealedRequest  revealed;
  ParleyPosteriorRequest likely; /* without a crew */
} ParleyRecordOptions;

/* Errors: PARLEY_ERROR_INPUT, saying which option takes what. */
gboolean parley_record_options_read (ParleyRecordOptions *self, GError **error);
