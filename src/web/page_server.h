/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "web/answer.h"
#include "web/server.h"

/**
 * ParleyPageServer:
 *
 * The module "page" (base/module.h): all that is done with libsoup and GIO, and the files of the
 * page. What it serves is in web/server.h; what it answers, the program says.
 */
typedef struct
{
  ParleyServer *(*start)   (const ParleyAnswers *answers, guint port, GError **error);
  char         *(*address) (const ParleyServer *server);
  void          (*end)     (ParleyServer *server);
} ParleyPageServer;
