/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/package.h"

#include <string.h>

#include "space/block_tuples.h"
#include "space/distance.h"
#include "space/intern.h"

/* Of one block: all sets of more open terms are too many anyway. */
#define MOST_OPEN 24

typedef struct
{
  const ParleyConcerns *concerns;
  ParleyBlockTuples  *tuples;
  ParleyPackages     *result;
  ParleyIntern       *patterns; /* of guint8 [axis of the block]: whether it changes */
  guint               n_open;
  guint              *open;     /* axes of the block that are open: indices in it */
} Packing;

static void
package_free (ParleyPackage *self)
{
  g_free (self->options);
  g_free (self->gains);
  g_free (self);
}

static gboolean
is_kept (const Packing *self, guint i, guint option)
{
  return self->concerns->kept[self->result->block->axes[i]][option];
}

/* What is done about the axes of @tuple when those of @left stay open. Returns: FALSE when one of
 * these is changed. */
static gboolean
set_options (const Packing *self, const ParleyTuplePart *tuple, guint32 left, guint *options)
{
  memcpy (options, tuple->options, self->result->block->n_axes * sizeof *options);
  for (guint i = 0; i < self->n_open; i++)
    {
      guint axis = self->open[i];

      if ((left >> i & 1) == 0)
        continue;
      if (!is_kept (self, axis, options[axis]))
        return FALSE;
      options[axis] = PARLEY_LEFT_OPEN;
    }
  return TRUE;
}

static ParleyPackage *
package_new (const Packing *self, const guint *options)
{
  guint n_axes = self->result->block->n_axes;
  ParleyPackage *package = g_new0 (ParleyPackage, 1);
  g_autofree guint8 *changed = g_new0 (guint8, n_axes);

  package->options = g_memdup2 (options, n_axes * sizeof *options);
  for (guint i = 0; i < n_axes; i++)
    if (options[i] != PARLEY_LEFT_OPEN)
      changed[i] = !is_kept (self, i, options[i]);
  for (guint i = 0; i < n_axes; i++)
    package->n_changed += changed[i];
  for (guint i = 0; i < self->n_open; i++)
    package->n_settled += options[self->open[i]] != PARLEY_LEFT_OPEN && changed[self->open[i]] == 0;
  package->pattern = parley_intern_number (self->patterns, changed);
  return package;
}

/* Takes one more completion into account. */
static void
add_completion (const Packing *self, ParleyPackage *package, const ParleyTuplePart *tuple)
{
  if (package->gains == NULL)
    package->gains = g_memdup2 (tuple->gains, self->concerns->n * sizeof (ParleyScore));
  for (guint d = 0; d < self->concerns->n; d++)
    package->gains[d] = MIN (package->gains[d], tuple->gains[d]);
}

/* All packages in which the axes of @left stay open and no others. */
static void
pack (Packing *self, guint32 left)
{
  guint n_axes = self->result->block->n_axes;
  g_autofree guint *options = g_new (guint, n_axes);
  g_autoptr(ParleyIntern) index = parley_intern_new (n_axes * sizeof *options);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  g_autoptr(GArray) refused = g_array_new (FALSE, TRUE, sizeof (gboolean));

  for (guint t = 0; t < self->tuples->tuples->len; t++)
    {
      const ParleyTuplePart *tuple = g_ptr_array_index (self->tuples->tuples, t);
      guint number = 0;

      if (!set_options (self, tuple, left, options))
        continue;
      number = parley_intern_number (index, options);
      if (number == found->len)
        g_ptr_array_add (found, package_new (self, options));
      if (number >= refused->len)
        g_array_set_size (refused, number + 1);
      add_completion (self, g_ptr_array_index (found, number), tuple);
      g_array_index (refused, gboolean, number) |= tuple->refused;
    }
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (refused, gboolean, i))
      package_free (g_ptr_array_index (found, i));
    else
      g_ptr_array_add (self->result->packages, g_ptr_array_index (found, i));
}

static gint
compare_packages (gconstpointer a, gconstpointer b, gpointer data)
{
  const ParleyPackage *one = *(const ParleyPackage *const *) a;
  const ParleyPackage *other = *(const ParleyPackage *const *) b;
  guint n = GPOINTER_TO_UINT (data);

  if (one->pattern != other->pattern)
    return one->pattern < other->pattern ? -1 : 1;
  if (one->n_settled != other->n_settled)
    return one->n_settled < other->n_settled ? -1 : 1;
  for (guint d = 0; d < n; d++)
    if (one->gains[d] != other->gains[d])
      return one->gains[d] > other->gains[d] ? -1 : 1;
  return 0;
}

static gboolean
is_no_worse (const ParleyPackage *a, const ParleyPackage *b, guint n)
{
  for (guint d = 0; d < n; d++)
    if (a->gains[d] < b->gains[d])
      return FALSE;
  return TRUE;
}

/* Leaves of each pattern what is worth something. Packages stand so that what is worse than
 * another, settling no less, comes behind it. */
static void
prune (ParleyPackages *self, guint n_concerns)
{
  GPtrArray *all = self->packages;
  guint begin = 0; /* of the pattern, among those that are left */

  self->packages = g_ptr_array_new_with_free_func ((GDestroyNotify) package_free);
  for (guint i = 0; i < all->len; i++)
    {
      ParleyPackage *package = g_ptr_array_index (all, i);
      gboolean worse = FALSE;

      while (begin < self->packages->len
             && parley_package_at (self, begin)->pattern != package->pattern)
        begin++;
      for (guint k = begin; k < self->packages->len && !worse; k++)
        worse = is_no_worse (parley_package_at (self, k), package, n_concerns);
      if (worse)
        package_free (package);
      else
        g_ptr_array_add (self->packages, package);
    }
  g_ptr_array_unref (all);
}

/* Numbers the patterns that are left anew, from 0. */
static void
number_patterns (ParleyPackages *self)
{
  guint before = 0;

  self->first = g_new0 (guint, (gsize) self->packages->len + 1);
  for (guint i = 0; i < self->packages->len; i++)
    {
      ParleyPackage *package = g_ptr_array_index (self->packages, i);

      if (i == 0 || package->pattern != before)
        self->first[self->n_patterns++] = i;
      before = package->pattern;
      package->pattern = self->n_patterns - 1;
    }
  self->first[self->n_patterns] = self->packages->len;
}

static void
find_open (Packing *self)
{
  const ParleyIssueBlock *block = self->result->block;

  self->open = g_new (guint, block->n_axes);
  for (guint i = 0; i < block->n_axes; i++)
    if (parley_kept_is_open (self->concerns->space->domain, self->concerns->kept, block->axes[i]))
      self->open[self->n_open++] = i;
}

/* Every set of open terms may stay open. Returns: FALSE when these are too many. */
static gboolean
pack_all (Packing *self, gsize *work)
{
  gsize n_tuples = self->tuples->tuples->len;

  if (self->n_open > MOST_OPEN || n_tuples > *work >> self->n_open)
    return FALSE;
  *work -= n_tuples << self->n_open;
  for (guint32 left = 0; left < (guint32) 1 << self->n_open; left++)
    pack (self, left);
  g_ptr_array_sort_with_data (self->result->packages, compare_packages,
                              GUINT_TO_POINTER (self->concerns->n));
  prune (self->result, self->concerns->n);
  number_patterns (self->result);
  return TRUE;
}

ParleyPackages *
parley_packages_new (const ParleyConcerns *concerns,
                     guint               block,
                     guint               most_changes,
                     gsize              *work,
                     GError            **error)
{
  g_autoptr(ParleyPackages) self = g_new0 (ParleyPackages, 1);
  g_autoptr(ParleyBlockTuples) tuples
      = parley_block_tuples_new (concerns, block, most_changes, work, error);
  Packing packing = { .concerns = concerns, .tuples = tuples, .result = self };
  gboolean done = FALSE;

  if (tuples == NULL)
    return NULL;
  self->block = tuples->block;
  self->packages = g_ptr_array_new ();
  packing.patterns = parley_intern_new (self->block->n_axes * sizeof (guint8));
  find_open (&packing);
  done = pack_all (&packing, work);
  parley_intern_free (packing.patterns);
  g_free (packing.open);
  if (done)
    return g_steal_pointer (&self);
  parley_block_set_error (concerns->space, block, error);
  return NULL;
}

void
parley_packages_free (ParleyPackages *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->packages, g_ptr_array_unref);
  g_free (self->first);
  g_free (self);
}
