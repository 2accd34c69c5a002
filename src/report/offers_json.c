/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figures.h"
#include "report/offers.h"
#include "report/words.h"

static const char *
party_id (const ParleyOffers *self, guint party)
{
  return parley_scenario_party (self->scenario, party)->id;
}

static void
add_maps (ParleyJson *object, const ParleyOffers *self, const ParleyDeal *deal, gboolean exact)
{
  guint n_parties = self->scenario->parties->len;
  g_autofree guint *slots = g_new (guint, n_parties);

  for (guint p = 0; p < n_parties; p++)
    slots[p] = p;
  parley_figure_add_map (object, "scores", self->scenario, self->utilities, slots, n_parties,
                         deal->scores, parley_figure_score, exact);
  parley_figure_add_map (object, "surplus", self->scenario, self->utilities, slots, n_parties,
                         deal->scores, parley_figure_surplus, exact);
}

static ParleyJson *
offer_to_json (const ParleyOffers *self, const ParleyOffer *offer, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *differs = json_object_new_array ();

  for (guint i = 0; i < offer->differs->len; i++)
    json_object_array_add (differs,
                           json_object_new_int ((int) g_array_index (offer->differs, guint, i)));
  json_object_object_add (object, "terms", parley_figure_terms (self->space, offer->deal->options));
  add_maps (object, self, offer->deal, exact);
  json_object_object_add (object, "acceptable", json_object_new_boolean (offer->acceptable));
  json_object_object_add (object, "differs", differs);
  return object;
}

static void
add_request (ParleyJson *root, const ParleyOffers *self, gboolean exact)
{
  ParleyJson *others = json_object_new_array ();
  mpq_t price;

  mpq_init (price);
  parley_offers_price (self, price);
  for (guint i = 0; i < self->n_others; i++)
    json_object_array_add (others, parley_json_string (party_id (self, self->others[i])));
  json_object_object_add (root, "for", parley_json_string (party_id (self, self->request.party)));
  json_object_object_add (root, "others", others);
  parley_figure_add (root, "at", price, exact);
  json_object_object_add (root, "at_nash", json_object_new_boolean (self->request.at == NULL));
  parley_figure_add (root, "within", self->request.within, exact);
  parley_figure_add (root, "slack", self->request.slack, exact);
  json_object_object_add (root, "among",
                          parley_json_string (parley_words_among (
                              self->scenario, self->request.among, self->request.among_party)));
  mpq_clear (price);
}

ParleyJson *
parley_offers_to_json (const ParleyOffers *self, gboolean exact)
{
  ParleyJson *root = json_object_new_object ();
  ParleyJson *offers = json_object_new_array ();

  json_object_object_add (root, "format", parley_json_string ("parley-offers/1"));
  json_object_object_add (root, "title", parley_json_string (self->scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (self->scenario->as_of));
  json_object_object_add (root, "rounded", json_object_new_boolean (self->rounded));
  add_request (root, self, exact);
  for (guint i = 0; i < self->offers->len; i++)
    json_object_array_add (offers,
                           offer_to_json (self, g_ptr_array_index (self->offers, i), exact));
  json_object_object_add (root, "offers", offers);
  return root;
}
