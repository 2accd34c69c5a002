/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/problem.h"

/* The problems that only an import or an export has; the others are tried in refusals.c. */
static const ParleyProblemCode import_codes[] = {
  PARLEY_PROBLEM_XML_SYNTAX,      PARLEY_PROBLEM_XML_DOCUMENT_TYPE,
  PARLEY_PROBLEM_UNKNOWN_DOCUMENT, PARLEY_PROBLEM_DOMAIN_AND_PROFILES,
  PARLEY_PROBLEM_MISSING_PART,    PARLEY_PROBLEM_BAD_DECIMAL,
  PARLEY_PROBLEM_MISMATCH,        PARLEY_PROBLEM_UNSUPPORTED,
  PARLEY_PROBLEM_STEP_NEEDED,     PARLEY_PROBLEM_LEFT_OUT,
  PARLEY_PROBLEM_NOT_CAPPED,      PARLEY_PROBLEM_OTHER_ENCODING,
};

static const ParleyProblemCode export_codes[] = {
  PARLEY_PROBLEM_INEXPRESSIBLE,
  PARLEY_PROBLEM_ROUNDED_NUMBER,
  PARLEY_PROBLEM_OTHER_KIND,
};
