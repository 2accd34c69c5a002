/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies of requests to the page's server: the name of a question, and what is asked. */
#include "web/api.h"

#include <string.h>

#include "fuzz.h"
#include "report/json.h"
#include "web/reply.h"

static void
check_reply (const ParleyReply *reply)
{
  g_autoptr(ParleyJson) value = NULL;

  PARLEY_FUZZ_REQUIRE (reply->status == 200 || reply->status == 400 || reply->status == 404
                       || reply->status == 409 || reply->status == 422);
  if (!g_str_equal (reply->type, "application/json"))
    return;
  value = json_tokener_parse (reply->body->str);
  PARLEY_FUZZ_REQUIRE (value != NULL);
}

static void
ask (const char *name, const ParleyNode *body)
{
  const ParleyCommand *command = parley_command_find (name);
  const ParleyApiCall call = { name, body, parley_fuzz_base (), "/a.json", "0123456789abcdef" };
  g_autoptr(ParleyReply) reply = parley_reply_new ();

  if (command != NULL)
    parley_fuzz_forget_options (command);
  parley_api_answer (&call, reply);
  check_reply (reply);
  if (command != NULL)
    parley_fuzz_forget_options (command);
}

void
parley_fuzz_api (const guint8 *data, gsize size)
{
  ParleyFuzzPart rest = { size == 0 ? "" : (const char *) data, size };
  ParleyFuzzPart name = { "", 0 };
  g_autofree char *question = NULL;
  g_autoptr(ParleyText) text = NULL;
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(ParleyNode) body = NULL;

  if (parley_fuzz_asks_for_work (data, size)
      || g_strstr_len ((const char *) data, (gssize) size, "docx") != NULL)
    return;
  parley_fuzz_next (&rest, &name);
  question = g_strndup (name.data, name.size);
  text = parley_fuzz_text ("body", rest.data == NULL ? "" : rest.data, rest.size);
  body = parley_node_parse (text, problems);
  if (body != NULL && body->kind == PARLEY_NODE_OBJECT)
    ask (question, body);
}
