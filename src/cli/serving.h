/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/publish.h"
#include "scenario/load.h"

/**
 * ParleyServing:
 *
 * For commands that are run for a page and not from a command line: the scenario is in memory, and
 * a result can be written in any format.
 */
struct _ParleyServing
{
  const ParleyLoaded *loaded; /* the scenario, without changes */
  ParleyPublishFormat format; /* of documents */
};
