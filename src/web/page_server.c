/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/page_server.h"

extern const ParleyPageServer parley_module;

const ParleyPageServer parley_module = {
  .start = parley_server_new,
  .address = parley_server_address,
  .end = parley_server_free,
};
