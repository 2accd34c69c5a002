/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/offers.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley offers` says, for people. */
ParleyDocument *parley_offers_to_document (const ParleyOffers *self);

/* One row an offer. */
ParleyTable *parley_offers_to_table (const ParleyOffers *self);

/* parley-offers/1 (docs/output.md). */
ParleyJson *parley_offers_to_json (const ParleyOffers *self, gboolean exact);
