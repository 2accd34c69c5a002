/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/json.h"
#include "scenario/load.h"

/*
 * What the page can ask for (docs/api.md): answers to requests, whoever brings them. They take as
 * long as they take, change nothing, and open no file that a request names; the server has each
 * worked out by a process of its own (web/job.h).
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
  const char *type;   /* of the body, as Content-Type has it */
  int         exit;   /* of the command that was run; -1: none was */
  GString    *body;
} ParleyReply;

/* Whether there is such a @name. */
gboolean parley_api_knows (const char *name);

/* Sets all of @reply, whose body must be empty. */
void parley_api_answer (const ParleyApiCall *call, ParleyReply *reply);

/* @reply says in a sentence why there is no answer. */
void parley_reply_refuse (ParleyReply *reply, guint status, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* The same with @problems (nullable), of which the errors are listed. */
void parley_reply_refuse_problems (ParleyReply          *reply,
                                   guint                 status,
                                   const ParleyProblems *problems,
                                   const char           *format,
                                   ...) G_GNUC_PRINTF (4, 5);
