/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/pool.h"

#include "base/error.h"
#include "space/meeting.h"
#include "space/plan.h"

/* The deals of one group. */
typedef struct
{
  ParleyView    *view;
  ParleyDiagram *diagram;
  ParleyMeeting *meeting; /* NULL: the group has none */
  guint64       *counts;  /* [way in] */
  guint64        n;
} Part;

static void
part_free (Part *self)
{
  if (self == NULL)
    return;
  g_free (self->counts);
  parley_meeting_free (self->meeting);
  parley_diagram_free (self->diagram);
  parley_view_free (self->view);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Part, part_free)

static gboolean
count_part (Part *self, GError **error)
{
  if (self->diagram->empty)
    return TRUE;
  self->meeting = parley_meeting_new (self->view, self->diagram);
  if (self->meeting == NULL)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT, "more deals than can be drawn from");
      return FALSE;
    }
  self->counts = parley_meeting_count_ways (self->meeting);
  for (gsize i = 0; i < self->meeting->ways_in[self->meeting->n_nodes]; i++)
    self->n += self->counts[i];
  return TRUE;
}

static Part *
part_new (const ParleyAcceptance *acceptance, guint group, GError **error)
{
  g_autoptr(Part) self = g_new0 (Part, 1);
  g_autoptr(ParleyView) whole = parley_acceptance_view (acceptance, group, NULL, 0);

  self->view = parley_view_new_floors (whole);
  self->diagram = parley_plan_narrow_diagram (self->view, error);
  if (self->diagram == NULL || !count_part (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

ParleyPool *
parley_pool_new (const ParleyAcceptance *acceptance, GError **error)
{
  g_autoptr(ParleyPool) self = g_new0 (ParleyPool, 1);
  guint n_groups = parley_acceptance_n_groups (acceptance, error);

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  for (guint g = 0; g < n_groups; g++)
    {
      Part *part = part_new (acceptance, g, error);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (self->parts, part);
      self->n += part->n;
    }
  return n_groups == 0 ? NULL : g_steal_pointer (&self);
}

void
parley_pool_free (ParleyPool *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_free (self);
}

GPtrArray *
parley_pool_take (const ParleyPool *self, const guint64 *ranks, gsize n_ranks)
{
  GPtrArray *deals = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint64 *own = g_new (guint64, MAX (1, n_ranks));
  guint64 before = 0; /* deals of the parts before */
  gsize from = 0;

  for (guint p = 0; p < self->parts->len; p++)
    {
      const Part *part = g_ptr_array_index (self->parts, p);
      gsize n = 0;

      while (from + n < n_ranks && ranks[from + n] - before < part->n)
        {
          own[n] = ranks[from + n] - before;
          n++;
        }
      if (n > 0)
        g_ptr_array_extend_and_steal (deals,
                                      parley_meeting_take (part->meeting, part->counts, own, n));
      from += n;
      before += part->n;
    }
  return deals;
}
