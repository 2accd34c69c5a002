/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/options.h"
#include "report/charts.h"
#include "scenario/load.h"

/* What `parley plot` was asked for; options that were not given are NULL. */
typedef struct
{
  const ParleyOptions *options;
  const char          *path;
  const ParleyLoaded  *loaded;
  char *const         *drafts; /* ids, NULL-terminated */
  const char          *for_party;
  const char          *between;
  const char          *issues;
  char *const         *vary;
  gboolean             count;
  guint64              n_draws;
  guint64              seed;
} ParleyPlotRequest;

/* Each makes one kind of chart. Returns: (transfer full): NULL with @error set. */
ParleyChart *parley_plot_make_space         (const ParleyPlotRequest *request, GError **error);
ParleyChart *parley_plot_make_history       (const ParleyPlotRequest *request, GError **error);
ParleyChart *parley_plot_make_weights       (const ParleyPlotRequest *request, GError **error);
ParleyChart *parley_plot_make_contributions (const ParleyPlotRequest *request, GError **error);
ParleyChart *parley_plot_make_tornado       (const ParleyPlotRequest *request, GError **error);
ParleyChart *parley_plot_make_map           (const ParleyPlotRequest *request, GError **error);
ParleyChart *parley_plot_make_sweep         (const ParleyPlotRequest *request, GError **error);
ParleyChart *parley_plot_make_likelihood    (const ParleyPlotRequest *request, GError **error);
