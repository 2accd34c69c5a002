/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/robust.h"

/* What is asked of the draws. */
typedef enum
{
  PARLEY_ASK_VERDICT, /* whether a party accepts a draft */
  PARLEY_ASK_DEALS    /* whether a deal exists */
} ParleyRobustQuestion;

/* An input that an answer hangs on: how often it is yes where the input is low, and where it is
 * high. */
typedef struct
{
  guint  input;
  double low;
  double high;
} ParleyReason;

/* A share of draws and its standard error. */
typedef struct
{
  double p;
  double se;
} ParleyFrequency;

ParleyFrequency parley_frequency (double n_yes, double n);

/* Whether the answer is yes in some draws and no in others, at least one in twenty. */
gboolean parley_frequency_is_doubtful (ParleyFrequency self);

/* Those inputs whose lowest and highest third of draws answer differently, by a tenth at least and
 * by more than chance would (four standard errors), the largest difference first. @draft and @party
 * count for VERDICT. Returns: (transfer full) (element-type ParleyReason). */
GArray *parley_robust_reasons (const ParleyRobust  *self,
                               ParleyRobustQuestion question,
                               guint                draft,
                               guint                party);

/* The input's value below which its lowest third of draws lies, or above which its highest does. */
void parley_robust_third_end (const ParleyRobust *self, guint input, gboolean high, mpq_ptr value);
