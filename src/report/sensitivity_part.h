/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/sensitivity.h"

/*
 * What the parts of the report on sensitivity share (report/sensitivity.h).
 */

/* "Reservation above 49.5 (believed 41-50)": where @bar turns the verdict, within its range with
 * @believed, else the nearest such values. Returns: (transfer full) (nullable): NULL when nowhere.
 */
char *parley_bar_words (const ParleyScenario *scenario, const ParleyBar *bar, gboolean believed);

/* The value nearest to the number at which the verdict turns. Returns: (transfer none) (nullable).
 */
const ParleyTurning *parley_bar_nearest (const ParleyBar *bar);

/* The table of a party's numbers with their bars. */
void parley_sensitivity_add_bars (ParleyDocument       *document,
                                  const ParleyScenario *scenario,
                                  const ParleyTornado  *tornado,
                                  gboolean              all);

/* What other weights would do. */
void parley_sensitivity_add_weights (ParleyDocument              *document,
                                     const ParleyScenario        *scenario,
                                     const ParleySensitivityPart *part);

/* Where the uncertainty comes from. */
void parley_sensitivity_add_shares (ParleyDocument              *document,
                                    const ParleySensitivity     *self,
                                    const ParleySensitivityPart *part,
                                    gboolean                     all);

/* The path of what is in doubt, as --set names it. Returns: (transfer full). */
char *parley_varied_path (const ParleyScenario *scenario, guint party, const ParleyVaried *doubt);

/* JSON of the turning points of @bar, added to @object: "break_even", "below" and "above". */
void parley_bar_add_turnings (ParleyJson *object, const ParleyBar *bar, gboolean exact);
