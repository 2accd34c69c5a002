/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "report/deal_list.h"
#include "report/language.h"
#include "report/number.h"
#include "report/term_words.h"
#include "report/words.h"

/* Terms shown of an issue, the most frequent first. */
#define TERMS_SHOWN 4

/* An issue on which acceptable deals are spread this evenly is free to trade: no term in
 * more than 5/4 times the deals of another. */
#define EVEN_MOST  4
#define EVEN_LEAST 5

/* Of fewer acceptable deals that were drawn it is not said what they have in common: the share of a
 * term could be off by 10 per cent. */
#define FEWEST_DRAWN 100

/* How the acceptable deals are spread over the options of one issue. */
typedef struct
{
  const ParleySpace *space;
  mpz_t             *counts; /* [option] */
  mpz_srcptr         all;
  guint              axis;
  guint              n;
  guint             *order;   /* options, the most frequent first, ties in file order */
  guint              n_taken; /* that occur */
  mpz_t              spread;  /* deals with the most frequent less those with the least that
                  * occurs */
  gboolean           open;
  gboolean           drawn; /* an estimate */
} Spread;

static mpz_srcptr
count_of (const Spread *self, guint option)
{
  return self->counts[option];
}

static gint
compare_options (gconstpointer a, gconstpointer b, gpointer data)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;
  int order = mpz_cmp (count_of (data, y), count_of (data, x));

  return order != 0 ? order : x < y ? -1 : x > y;
}

static gboolean
is_even (mpz_srcptr most, mpz_srcptr least)
{
  gboolean even = FALSE;
  mpz_t a, b;

  mpz_inits (a, b, NULL);
  mpz_mul_ui (a, most, EVEN_MOST);
  mpz_mul_ui (b, least, EVEN_LEAST);
  even = mpz_cmp (a, b) <= 0;
  mpz_clears (a, b, NULL);
  return even;
}

static void
sort_options (Spread *self)
{
  mpz_srcptr most = NULL;
  mpz_srcptr least = NULL;

  self->order = g_new (guint, self->n);
  for (guint o = 0; o < self->n; o++)
    {
      self->order[o] = o;
      self->n_taken += mpz_sgn (count_of (self, o)) > 0;
    }
  g_qsort_with_data (self->order, (gint) self->n, sizeof *self->order, compare_options, self);
  most = count_of (self, self->order[0]);
  least = count_of (self, self->order[self->n_taken - 1]);
  mpz_init (self->spread);
  mpz_sub (self->spread, most, least);
  self->open = self->n_taken == self->n && self->n > 1 && is_even (most, least);
}

/* From counts, or where there are none from draws. */
static Spread *
spread_new (const ParleyDeals *deals, guint axis, mpz_srcptr all)
{
  const ParleyLandscape *landscape = deals->landscape;
  const ParleyCounts *counts = landscape->findings->counts;
  Spread *self = g_new0 (Spread, 1);

  self->space = landscape->space;
  self->all = all;
  self->axis = axis;
  self->drawn = counts == NULL;
  self->n = landscape->space->domain->axes[axis].n_options;
  self->counts = g_new (mpz_t, self->n);
  for (guint o = 0; o < self->n; o++)
    if (counts != NULL)
      mpz_init_set (self->counts[o], counts->by_option[axis][o].all);
    else
      mpz_init_set_ui (self->counts[o], deals->estimate->by_option[axis][o]);
  sort_options (self);
  return self;
}

static void
spread_free (Spread *self)
{
  for (guint o = 0; o < self->n; o++)
    mpz_clear (self->counts[o]);
  g_free (self->counts);
  mpz_clear (self->spread);
  g_free (self->order);
  g_free (self);
}

/* What is settled first, then what leans most; what is open last. */
static gint
compare_spreads (gconstpointer a, gconstpointer b)
{
  const Spread *x = *(Spread *const *) a;
  const Spread *y = *(Spread *const *) b;
  int order = mpz_cmp (y->spread, x->spread);

  if ((x->n_taken == 1) != (y->n_taken == 1))
    return x->n_taken == 1 ? -1 : 1;
  if (x->open != y->open)
    return x->open ? 1 : -1;
  if (order != 0)
    return order;
  return x->axis < y->axis ? -1 : 1;
}

static gboolean
is_range (const Spread *self)
{
  return self->space->domain->axes[self->axis].numbers != NULL;
}

/* The lowest and highest option that occur. */
static void
ends_of (const Spread *self, guint *low, guint *high)
{
  *low = self->n;
  *high = 0;
  for (guint o = 0; o < self->n; o++)
    if (mpz_sgn (count_of (self, o)) > 0)
      {
        *low = MIN (*low, o);
        *high = o;
      }
}

static char *
option_with_share (const Spread *self, guint option)
{
  g_autofree char *title = parley_words_option (self->space, self->axis, option);
  g_autofree char *share = parley_words_share (count_of (self, option), self->all);
  char *space = strrchr (share, ' ');

  /* A line must not end between the number and its sign. */
  if (space != NULL && space[1] == '%')
    {
      *space = '\0';
      return g_strdup_printf ("%s %s\u00a0%%", title, share);
    }
  return g_strdup_printf ("%s %s", title, share);
}

/* "any, each in 23-26 %". */
static char *
words_of_open (const Spread *self)
{
  g_autofree char *least
      = parley_words_share (count_of (self, self->order[self->n - 1]), self->all);
  g_autofree char *most = parley_words_share (count_of (self, self->order[0]), self->all);
  g_autofree char *span = NULL;

  if (g_str_equal (least, most))
    return g_strdup_printf (_ ("any, each in %s"), most);
  span = g_strdup_printf ("%.*s-%s", (int) (strlen (least) - strlen (" %")), least, most);
  return g_strdup_printf (_ ("any, each in %s"), span);
}

/* "Pledge 43 %, None 21 %"; of a long list the first few and what is left. */
static char *
words_of_terms (const Spread *self)
{
  guint shown = self->n_taken <= TERMS_SHOWN + 1 ? self->n_taken : TERMS_SHOWN;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *one = option_with_share (self, self->order[i]);

      g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ", one);
    }
  if (shown < self->n_taken)
    g_string_append_printf (text, _ (", %u more"), self->n_taken - shown);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "20 % to 100 %, most often 100 % (13 %)". */
static char *
words_of_range (const Spread *self)
{
  guint low = 0, high = 0;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *most = parley_words_option (self->space, self->axis, self->order[0]);
  g_autofree char *share = parley_words_share (count_of (self, self->order[0]), self->all);

  ends_of (self, &low, &high);
  from = parley_words_option (self->space, self->axis, low);
  to = parley_words_option (self->space, self->axis, high);
  return g_strdup_printf (_ ("%s to %s, most often %s (%s)"), from, to, most, share);
}

static char *
words_of_spread (const Spread *self)
{
  if (self->n_taken == 1)
    {
      g_autofree char *title = parley_words_option (self->space, self->axis, self->order[0]);

      return g_strdup_printf (self->drawn ? _ ("%s in all drawn") : _ ("always %s"), title);
    }
  if (self->open)
    return words_of_open (self);
  return is_range (self) && self->n_taken > TERMS_SHOWN + 1 ? words_of_range (self)
                                                            : words_of_terms (self);
}

/* The options that no acceptable deal has; of a range what is beyond its ends. */
static char *
words_of_never (const Spread *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint low = 0, high = 0;

  ends_of (self, &low, &high);
  for (guint o = 0; o < self->n && !is_range (self); o++)
    if (mpz_sgn (count_of (self, o)) == 0)
      {
        g_autofree char *title = parley_words_option (self->space, self->axis, o);

        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "; ", title);
      }
  if (is_range (self) && low > 0)
    {
      g_autofree char *from = parley_words_option (self->space, self->axis, low);

      g_string_append_printf (text, _ ("below %s"), from);
    }
  if (is_range (self) && high + 1 < self->n)
    {
      g_autofree char *to = parley_words_option (self->space, self->axis, high);

      g_string_append (text, text->len == 0 ? "" : "; ");
      g_string_append_printf (text, _ ("above %s"), to);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_spread (ParleyTable *table, const ParleyDeals *deals, const Spread *spread)
{
  guint issue = spread->space->domain->axes[spread->axis].issue;

  parley_table_row (table);
  parley_table_cell_text (table, parley_scenario_issue (deals->scenario, issue)->title);
  parley_table_take_cell (table, words_of_spread (spread));
  parley_table_take_cell (table, words_of_never (spread));
}

/* @all: of how many deals these are the shares. Returns: (nullable): NULL when no issue is open. */
static ParleyTable *
add_table (ParleyDocument *document, const ParleyDeals *deals, mpz_srcptr all)
{
  const ParleyDomain *domain = deals->landscape->space->domain;
  gboolean drawn = deals->landscape->findings->counts == NULL;
  g_autoptr(GPtrArray) spreads = g_ptr_array_new_with_free_func ((GDestroyNotify) spread_free);
  ParleyTable *table = NULL;

  for (guint a = 0; a < domain->n_axes; a++)
    if (domain->axes[a].n_options > 1)
      g_ptr_array_add (spreads, spread_new (deals, a, all));
  if (spreads->len == 0)
    return NULL;
  g_ptr_array_sort (spreads, compare_spreads);
  parley_document_heading (document, 2, "%s",
                           drawn ? _ ("What acceptable deals have in common, estimated")
                                 : _ ("What acceptable deals have in common"));
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, _ ("Issue"), PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("Terms, with the share of deals that have them"),
                       PARLEY_COLUMN_TEXT);
  parley_table_column (table, drawn ? _ ("In none drawn") : _ ("In none"), PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < spreads->len; i++)
    add_spread (table, deals, g_ptr_array_index (spreads, i));
  return table;
}

/* Of the deals that were drawn for an estimate, those that all accept. Returns: whether these say
 * anything. */
static gboolean
add_drawn (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyEstimate *estimate = deals->estimate;
  g_autofree char *error = NULL;
  g_autofree char *drawn = NULL;
  ParleyTable *table = NULL;
  mpz_t all;

  if (estimate->n_all < FEWEST_DRAWN)
    return FALSE;
  mpz_init_set_ui (all, estimate->n_all);
  table = add_table (document, deals, all);
  mpz_clear (all);
  drawn = parley_words_counted (estimate->n_all, NP_ ("deal", "deals"));
  error = parley_number_decimal (100 / sqrt (estimate->n_all), 1);
  if (table != NULL)
    parley_table_note (
        table,
        _ ("From the %s among those drawn that all accept. Two standard errors are at "
           "most %s %%, and what none of them has is rare, not ruled out."),
        drawn, error);
  return table != NULL;
}

gboolean
parley_common_add (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyCounts *counts = deals->landscape->findings->counts;

  if (!parley_findings_has_deal (deals->landscape->findings))
    return FALSE;
  if (counts != NULL)
    return counts->by_option != NULL && add_table (document, deals, counts->total.all) != NULL;
  return deals->estimate != NULL && add_drawn (document, deals);
}
