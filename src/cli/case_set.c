/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/case_set.h"

#include "base/error.h"
#include "cli/choose.h"
#include "cli/input.h"
#include "cli/serving.h"
#include "report/language.h"
#include "scenario/differ.h"

static const ParleyLoaded *
base_of (const ParleyCaseSet *self)
{
  return g_ptr_array_index (self->loaded, 0);
}

/* What @loaded, which is not added yet, has otherwise than what it is compared with. */
static GPtrArray *
differences (ParleyCaseSet *self, const ParleyLoaded *loaded)
{
  const ParleyLoaded *before
      = g_ptr_array_index (self->loaded, self->against_previous ? self->loaded->len - 1 : 0);
  GPtrArray *changed = NULL;

  /* What has errors is refused before anybody looks. */
  if (before->tree == NULL || loaded->tree == NULL)
    return NULL;
  changed = parley_nodes_differ (before->tree, loaded->tree);
  g_ptr_array_add (self->changed, changed);
  return changed;
}

static void
add_take (ParleyCaseSet *self,
          const char *id,
          const char *title,
          const char *question,
          ParleyLoaded *loaded)
{
  ParleyWhatIfCase one = { id, title, question, loaded->scenario, NULL };

  if (self->loaded->len > 0)
    one.changed = differences (self, loaded);
  g_ptr_array_add (self->loaded, loaded);
  g_array_append_val (self->cases, one);
}

static void
add_case (ParleyCaseSet *self, const ParleyCase *one)
{
  add_take (self, one->id, one->title, one->question,
            parley_loaded_with_case (base_of (self), one->id));
}

/* The cases named, else all of the scenario when nothing else is asked for. */
static gboolean
add_cases (ParleyCaseSet *self, const ParleyOptions *options, GError **error)
{
  const ParleyScenario *scenario = base_of (self)->scenario;

  for (guint i = 0; i < options->changes->len; i++)
    {
      const ParleyChange *change = g_ptr_array_index (options->changes, i);
      guint index = 0;

      if (change->kind != PARLEY_CHANGE_CASE)
        continue;
      if (!parley_choose_case (scenario, change->argument, &index, error))
        return FALSE;
      add_case (self, g_ptr_array_index (scenario->cases, index));
    }
  for (guint i = 0; options->changes->len == 0 && i < scenario->cases->len; i++)
    add_case (self, g_ptr_array_index (scenario->cases, i));
  return TRUE;
}

/* On a page the changes are made to the case that it shows. */
static void
add_asked (ParleyCaseSet *self, const ParleyOptions *options)
{
  g_autoptr(GPtrArray) asked = g_ptr_array_new ();
  guint n_own = 0;

  for (guint i = 0; i < options->changes->len; i++)
    {
      ParleyChange *change = g_ptr_array_index (options->changes, i);

      n_own += change->kind != PARLEY_CHANGE_CASE;
      if (change->kind != PARLEY_CHANGE_CASE || options->serving != NULL)
        g_ptr_array_add (asked, change);
    }
  if (n_own > 0)
    add_take (self, NULL, "As asked", NULL, parley_loaded_with (base_of (self), asked));
}

/* Sets @error when there is nothing to compare. */
static gboolean
collect (ParleyCaseSet *self, const ParleyOptions *options, GError **error)
{
  if (!add_cases (self, options, error))
    return FALSE;
  add_asked (self, options);
  if (self->cases->len > 1)
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "the scenario has no cases: say with --set, --overlay or --use what to change");
  return FALSE;
}

/* Reports the errors of all cases. Returns: the status that they mean, or DONE. */
static ParleyExit
check (const ParleyCaseSet *self, const ParleyOptions *options)
{
  ParleyExit status = PARLEY_EXIT_DONE;

  for (guint i = 1; i < self->loaded->len; i++)
    {
      const ParleyLoaded *loaded = g_ptr_array_index (self->loaded, i);
      g_autoptr(GError) error = NULL;

      if (!parley_input_all_spared ("--output", options->output, options->arguments[0], loaded,
                                    &error))
        return parley_input_fail (error);
      if (loaded->scenario == NULL)
        {
          ParleyExit refusal = parley_input_refuse (loaded->problems, options->arguments[0]);

          status = MAX (status, refusal);
        }
    }
  return status;
}

static ParleyCaseSet *
case_set_new (void)
{
  ParleyCaseSet *self = g_new0 (ParleyCaseSet, 1);

  self->loaded = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_loaded_free);
  self->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->cases = g_array_new (FALSE, TRUE, sizeof (ParleyWhatIfCase));
  return self;
}

ParleyCaseSet *
parley_case_set_around (ParleyLoaded *base, const ParleyOptions *options)
{
  ParleyCaseSet *self = case_set_new ();
  const GPtrArray *cases = base->scenario->cases;

  add_take (self, NULL, _ ("As it stands"), NULL, base);
  for (guint i = 0; i < cases->len; i++)
    {
      const ParleyCase *one = g_ptr_array_index (cases, i);
      g_autoptr(GPtrArray) changes = g_ptr_array_new ();
      ParleyChange *change = parley_change_new (PARLEY_CHANGE_CASE, one->id);
      ParleyLoaded *loaded = NULL;

      g_ptr_array_extend (changes, options->changes, NULL, NULL);
      g_ptr_array_add (changes, change);
      loaded = parley_loaded_with (base, changes);
      parley_change_free (change);
      if (loaded->scenario != NULL)
        add_take (self, one->id, one->title, one->question, loaded);
      else
        parley_loaded_free (loaded);
    }
  return self;
}

ParleyCaseSet *
parley_case_set_new (const ParleyOptions *options, gboolean against_previous, ParleyExit *status)
{
  g_autoptr(ParleyCaseSet) self = case_set_new ();
  g_autoptr(GError) error = NULL;
  ParleyLoaded *base = NULL;

  self->against_previous = against_previous;
  base = parley_input_load_unchanged (options, options->arguments[0], status);
  if (base == NULL)
    return NULL;
  add_take (self, NULL, _ ("As it stands"), NULL, base);
  if (!collect (self, options, &error))
    {
      *status = parley_input_fail (error);
      return NULL;
    }
  *status = check (self, options);
  return *status == PARLEY_EXIT_DONE ? g_steal_pointer (&self) : NULL;
}

void
parley_case_set_free (ParleyCaseSet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cases);
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->loaded);
  g_free (self);
}
