/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fuzz.h"
#include "scenario/import.h"

/* Reads files of another program: steps ("ISSUE=NUMBER") are the first part of an input, the files
 * the others. What is made of them is written and read again, as `parley import` does. */
void parley_fuzz_import (const guint8 *data,
                         gsize size,
                         ParleyScenario *(*import) (GPtrArray *texts,
                                                    GPtrArray *steps,
                                                    ParleyProblems *problems));
