/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parley/arena.h"

#include <math.h>

#include "base/exact.h"

ParleyArena *
parley_arena_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

gpointer
parley_arena_take (ParleyArena *self, gpointer memory)
{
  g_ptr_array_add (self, memory);
  return memory;
}

const char *
parley_arena_text (ParleyArena *self, const char *text)
{
  return parley_arena_take (self, g_strdup (text));
}

const char *
parley_arena_count (ParleyArena *self, mpz_srcptr count)
{
  return parley_arena_take (self, parley_count_to_text (count));
}

ParleyAmount
parley_arena_amount (ParleyArena *self, mpq_srcptr number)
{
  if (number == NULL)
    return (ParleyAmount){ NULL, NAN };
  return (ParleyAmount){ parley_arena_take (self, parley_exact_to_fraction (number)),
                         parley_exact_to_double (number) };
}
