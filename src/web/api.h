/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/load.h"

/*
 * What the page can ask for (docs/api.md): answers to requests, whoever brings them. They take as
 * long as they take, change nothing, and open no file that a request names; the server has each
 * worked out by a process of its own (web/jobs.h).
 */

typedef struct
{
  const char         *name;    /* what stands behind /api/ */
  const ParleyNode   *body;    /* an object */
  const ParleyLoaded *base;    /* the scenario without changes, sealed (compose.h) */
  const char         *path;    /* of its file */
  const char         *version; /* of it, as the page knows it */
} ParleyApiCall;

typedef struct
{
  guint       status; /* of HTTP */
  const char *type;   /* of the body, as Content-Type has it; static */
  int         exit;   /* what the command ended with: 0, or 1 when the answer is no */
  GString    *body;
} ParleyReply;

/* Fills @reply, which is a new one (web/reply.h). */
void parley_api_answer (const ParleyApiCall *call, ParleyReply *reply);
