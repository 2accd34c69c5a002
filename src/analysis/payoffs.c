/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/payoffs.h"

#include "analysis/stand.h"
#include "base/error.h"
#include "base/random.h"

/* One draw, and what follows from it. */
typedef struct
{
  ParleyBackingDraw base;
  ParleyStand      *stands;   /* [voice][draft] */
  guint            *refusals; /* [draft]: how many refuse that must accept, but for who chooses */
  double            no_deal;
  double           *pays;     /* [choice] */
} Draw;

static const ParleyStand *
stand_at (const Draw *self, guint voice, guint draft)
{
  return &self->stands[(gsize) voice * self->base.backing->drafts->len + draft];
}

static void
pay_as_drawn (Draw *self, ParleyPayoffs *payoffs)
{
  double most = self->no_deal;

  self->pays[0] = self->no_deal;
  for (guint d = 0; d + 1 < payoffs->n_choices; d++)
    {
      const ParleyStand *own = stand_at (self, 0, d);
      gboolean brings = own->n_crossed == 0 && self->refusals[d] == 0;

      self->pays[d + 1] = brings ? parley_stand_score (own) : self->no_deal;
      payoffs->accepted[d + 1] += brings;
      most = MAX (most, self->pays[d + 1]);
    }
  for (guint c = 0; c < payoffs->n_choices; c++)
    payoffs->paid[c] += self->pays[c];
  payoffs->most += most;
}

/* Doubts */

/* How a voice takes a draft while a doubt about it moves. */
typedef struct
{
  guint       voice;
  guint       draft;
  guint       doubt;
  gboolean    bends;
  ParleyStand slope;
} Motion;

static Motion
motion_of (Draw *self, guint voice, guint draft, guint doubt)
{
  gboolean bends = parley_doubt_bends (parley_backing_doubt (self->base.backing, doubt));

  return (Motion){ voice, draft, doubt, bends,
                   parley_stand_slope (&self->base, voice, draft, doubt) };
}

static inline ParleyStand
move (Draw *self, const Motion *motion, double to)
{
  const ParleyStand *stand = stand_at (self, motion->voice, motion->draft);

  if (motion->bends)
    return parley_stand_bend (stand, &self->base, motion->voice, motion->draft, motion->doubt, to);
  return parley_stand_move (stand, &motion->slope, to - self->base.drawn[motion->doubt]);
}

/* What no deal brings with @doubt, which is about who chooses, at @to. */
static double
moved_no_deal (const Draw *self, guint doubt, double to)
{
  const ParleyDoubt *about = parley_backing_doubt (self->base.backing, doubt);

  if (about->kind == PARLEY_DOUBT_NO_DEAL
      || (about->kind == PARLEY_DOUBT_NUMBER && about->input.kind == PARLEY_INPUT_RESERVATION))
    return to;
  return self->no_deal;
}

/* What who chooses knows of itself moves what drafts, or no deal, are worth to it. */
static void
move_own (Draw *self, guint draft, guint doubt, double *moved, guint n_choices)
{
  const ParleyDoubt *about = parley_backing_doubt (self->base.backing, doubt);
  Motion motion = motion_of (self, 0, draft, doubt);

  for (guint s = 0; s < about->n_states; s++)
    {
      double pays = moved_no_deal (self, doubt, about->values[s]);

      if (self->refusals[draft] == 0)
        {
          ParleyStand own = move (self, &motion, about->values[s]);

          if (own.n_crossed == 0)
            pays = parley_stand_score (&own);
        }
      moved[(gsize) s * n_choices + draft + 1] += pays;
    }
}

static guint
voice_of (const ParleyBacking *backing, guint party)
{
  guint v = 0;

  while (parley_backing_voice (backing, v)->index != party)
    v++;
  return v;
}

/* A doubt about another party moves whether that accepts; nothing, where the draft brings no score
 * in any case. */
static void
move_other (Draw *self, guint draft, guint doubt, double *moved, guint n_choices)
{
  const ParleyDoubt *about = parley_backing_doubt (self->base.backing, doubt);
  guint index = voice_of (self->base.backing, about->party);
  const ParleyVoice *voice = parley_backing_voice (self->base.backing, index);
  const ParleyStand *own = stand_at (self, 0, draft);
  guint refuses = !parley_stand_accepts (stand_at (self, index, draft), voice);
  gboolean open = own->n_crossed == 0 && self->refusals[draft] == refuses;
  double score = parley_stand_score (own);
  Motion motion = motion_of (self, index, draft, doubt);

  for (guint s = 0; s < about->n_states; s++)
    {
      double pays = self->no_deal;

      if (open)
        {
          ParleyStand stand = move (self, &motion, about->values[s]);

          if (parley_stand_accepts (&stand, voice))
            pays = score;
        }
      moved[(gsize) s * n_choices + draft + 1] += pays;
    }
}

static guint
draft_of (const ParleyBacking *backing, guint draft)
{
  guint d = 0;

  while (parley_backing_draft (backing, d)->draft != draft)
    d++;
  return d;
}

static guint
observed_state (const Draw *self, const ParleyDoubt *about)
{
  const ParleyBacking *backing = self->base.backing;
  guint draft = draft_of (backing, about->draft);
  guint voice = 0;

  if (about->kind == PARLEY_DOUBT_TERM)
    return parley_doubt_state_of (about, self->base.readings[draft]->options[about->item]);
  voice = voice_of (backing, about->party);
  return parley_stand_accepts (stand_at (self, voice, draft), parley_backing_voice (backing, voice))
             ? 1
             : 0;
}

/* What is observed is never moved, as other things hang together with it: draws are told apart by
 * it. */
static void
add_observed (const Draw *self, guint doubt, ParleyPayoffs *payoffs)
{
  guint state = observed_state (self, parley_backing_doubt (self->base.backing, doubt));

  payoffs->counts[doubt][state] += 1;
  for (guint c = 0; c < payoffs->n_choices; c++)
    payoffs->moved[doubt][(gsize) state * payoffs->n_choices + c] += self->pays[c];
}

static void
add_doubt (Draw *self, guint doubt, ParleyPayoffs *payoffs)
{
  const ParleyDoubt *about = parley_backing_doubt (self->base.backing, doubt);
  gboolean own = about->party == self->base.backing->party;

  if (parley_doubt_is_observed (about))
    {
      add_observed (self, doubt, payoffs);
      return;
    }
  for (guint s = 0; s < about->n_states; s++)
    payoffs->moved[doubt][(gsize) s * payoffs->n_choices]
        += own ? moved_no_deal (self, doubt, about->values[s]) : self->no_deal;
  for (guint d = 0; d + 1 < payoffs->n_choices; d++)
    if (own)
      move_own (self, d, doubt, payoffs->moved[doubt], payoffs->n_choices);
    else
      move_other (self, d, doubt, payoffs->moved[doubt], payoffs->n_choices);
}

/* Draws */

static void
find_stands (Draw *self)
{
  const ParleyBacking *backing = self->base.backing;

  for (guint d = 0; d < backing->drafts->len; d++)
    {
      self->refusals[d] = 0;
      for (guint v = 0; v < backing->voices->len; v++)
        {
          ParleyStand *stand = &self->stands[(gsize) v * backing->drafts->len + d];

          *stand = parley_stand (&self->base, v, d);
          self->refusals[d]
              += v > 0 && !parley_stand_accepts (stand, parley_backing_voice (backing, v));
        }
    }
}

/* @numbers: room for as many as either kind of random numbers. */
static void
draw (Draw *self, guint number, guint32 *numbers)
{
  const ParleyBacking *backing = self->base.backing;
  double *drawn = self->base.drawn;

  parley_random_fill (backing->seed, number, PARLEY_RANDOM_COMPLETIONS, backing->n_randoms,
                      numbers);
  for (guint d = 0; d < backing->drafts->len; d++)
    parley_backed_reading_draw (self->base.readings[d], parley_backing_draft (backing, d), numbers);
  parley_random_fill (backing->seed, number, PARLEY_RANDOM_INPUTS, backing->n_drawn, numbers);
  for (guint d = 0; d < backing->n_drawn; d++)
    drawn[d] = parley_doubt_draw (parley_backing_doubt (backing, d), numbers[d]);
  find_stands (self);
  self->no_deal = backing->no_deal >= 0
                      ? drawn[backing->no_deal]
                      : parley_cell_at (&parley_backing_voice (backing, 0)->reservation, drawn);
}

static ParleyPayoffs *
payoffs_new (const ParleyBacking *backing)
{
  ParleyPayoffs *self = g_new0 (ParleyPayoffs, 1);

  self->n_choices = backing->drafts->len + 1;
  self->n_doubts = backing->doubts->len;
  self->paid = g_new0 (double, self->n_choices);
  self->accepted = g_new0 (double, self->n_choices);
  self->moved = g_new0 (double *, self->n_doubts);
  self->counts = g_new0 (double *, self->n_doubts);
  for (guint d = 0; d < self->n_doubts; d++)
    {
      const ParleyDoubt *doubt = parley_backing_doubt (backing, d);

      self->moved[d] = g_new0 (double, (gsize) doubt->n_states * self->n_choices);
      if (parley_doubt_is_observed (doubt))
        self->counts[d] = g_new0 (double, doubt->n_states);
    }
  return self;
}

static void
payoffs_free (gpointer data)
{
  ParleyPayoffs *self = data;

  for (guint d = 0; d < self->n_doubts; d++)
    {
      g_free (self->moved[d]);
      g_free (self->counts[d]);
    }
  g_free (self->moved);
  g_free (self->counts);
  g_free (self->paid);
  g_free (self->accepted);
  g_free (self);
}

typedef struct
{
  const ParleyBacking *backing;
  GPtrArray           *batches;
} Work;

static guint
first_draw (const ParleyBacking *backing, gsize batch)
{
  return (guint) ((guint64) backing->n_draws * batch / PARLEY_N_BATCHES);
}

static GPtrArray *
readings_new (const ParleyBacking *backing)
{
  GPtrArray *readings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_backed_reading_free);

  for (guint d = 0; d < backing->drafts->len; d++)
    g_ptr_array_add (readings, parley_backed_reading_new (parley_backing_draft (backing, d)));
  return readings;
}

static void
do_batch (gsize index, gpointer data)
{
  const Work *work = data;
  const ParleyBacking *backing = work->backing;
  ParleyPayoffs *payoffs = g_ptr_array_index (work->batches, index);
  g_autofree double *drawn = g_new0 (double, backing->doubts->len);
  g_autofree ParleyStand *stands
      = g_new0 (ParleyStand, (gsize) backing->voices->len * backing->drafts->len);
  g_autofree guint *refusals = g_new0 (guint, backing->drafts->len);
  g_autofree double *pays = g_new0 (double, payoffs->n_choices);
  g_autofree guint32 *numbers = g_new0 (guint32, MAX (backing->n_drawn, backing->n_randoms));
  g_autoptr(GPtrArray) readings = readings_new (backing);
  Draw self
      = { { backing, drawn, (ParleyBackedReading **) readings->pdata }, stands, refusals, 0, pays };

  for (guint n = first_draw (backing, index); n < first_draw (backing, index + 1); n++)
    {
      draw (&self, n, numbers);
      pay_as_drawn (&self, payoffs);
      for (guint d = 0; d < backing->doubts->len; d++)
        add_doubt (&self, d, payoffs);
      payoffs->n_draws++;
    }
}

static gboolean
fits (const ParleyBacking *backing, gsize memory, GError **error)
{
  double cells = 0;

  for (guint d = 0; d < backing->doubts->len; d++)
    cells += parley_backing_doubt (backing, d)->n_states * (backing->drafts->len + 1.0);
  if (cells * PARLEY_N_BATCHES * sizeof (double) <= (double) memory)
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "%u uncertain inputs and %u drafts are more than fit into the memory allowed; name "
               "fewer drafts",
               backing->doubts->len, backing->drafts->len);
  return FALSE;
}

GPtrArray *
parley_payoffs_new (const ParleyBacking *backing,
                    gsize                memory,
                    const ParleyCrew    *crew,
                    GError             **error)
{
  Work work = { backing, NULL };

  if (!fits (backing, memory, error))
    return NULL;
  work.batches = g_ptr_array_new_with_free_func (payoffs_free);
  for (guint b = 0; b < PARLEY_N_BATCHES; b++)
    g_ptr_array_add (work.batches, payoffs_new (backing));
  parley_crew_do (crew, "drawing", PARLEY_N_BATCHES, do_batch, &work);
  return work.batches;
}
