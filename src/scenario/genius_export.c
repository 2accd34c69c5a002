/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/genius_export.h"

#include <string.h>

#include "scenario/import_part.h"

#define ROUNDED_PLACES 17
#define MAX_WHOLE "1000000000000000"
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

char *
parley_genius_decimal (ParleyGeniusExport *self, mpq_srcptr number)
{
  char *text = parley_exact_to_text (number, PARLEY_GENIUS_MAX_PLACES);

  if (strchr (text, '/') == NULL)
    return text;
  g_free (text);
  self->rounded = TRUE;
  return parley_exact_format (number, ROUNDED_PLACES);
}

gboolean
parley_genius_whole_factor (mpq_t *numbers, guint n, mpq_ptr factor)
{
  mpz_t divisor, part;
  gboolean fits = TRUE;

  mpz_init (divisor);
  mpz_init_set_ui (part, 1);
  for (guint i = 0; i < n; i++)
    mpz_lcm (part, part, mpq_denref (numbers[i]));
  mpq_set_z (factor, part);
  for (guint i = 0; i < n; i++)
    {
      mpz_divexact (part, mpq_numref (factor), mpq_denref (numbers[i]));
      mpz_mul (part, part, mpq_numref (numbers[i]));
      mpz_gcd (divisor, divisor, part);
    }
  if (mpz_sgn (divisor) > 0)
    mpz_set (mpq_denref (factor), divisor);
  mpq_canonicalize (factor);
  for (guint i = 0; fits && i < n; i++)
    {
      mpz_mul (part, mpq_numref (numbers[i]), mpq_numref (factor));
      mpz_abs (part, part);
      mpz_tdiv_q (part, part, mpq_denref (numbers[i]));
      mpz_tdiv_q (part, part, mpq_denref (factor));
      mpz_set_str (divisor, MAX_WHOLE, 10);
      fits = mpz_cmp (part, divisor) < 0;
    }
  mpz_clears (divisor, part, NULL);
  return fits;
}

void
parley_genius_attribute (GString *xml, const char *name, const char *value)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (value));

  g_string_append_printf (xml, " %s=\"", name);
  for (const char *c = trimmed; *c != '\0'; c++)
    switch (*c)
      {
      case '&':
        g_string_append (xml, "&amp;");
        break;
      case '<':
        g_string_append (xml, "&lt;");
        break;
      case '>':
        g_string_append (xml, "&gt;");
        break;
      case '"':
        g_string_append (xml, "&quot;");
        break;
      case '\t':
      case '\n':
      case '\r':
        /* As they are, a reader would take them for blanks. */
        g_string_append_printf (xml, "&#%d;", *c);
        break;
      default:
        g_string_append_c (xml, *c);
      }
  g_string_append_c (xml, '"');
}

char *
parley_genius_value (const ParleyIssue *issue, guint index)
{
  return issue->kind == PARLEY_ISSUE_CHOICE
             ? g_strdup (parley_issue_option (issue, index)->title)
             : parley_exact_to_text (g_ptr_array_index (issue->grid, index),
                                     PARLEY_GENIUS_MAX_PLACES);
}

void
parley_genius_export_issue (ParleyGeniusExport *self, guint index, GString *xml)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, index);
  const char *kind = parley_genius_kind_word (self->kinds[index]);

  g_string_append_printf (xml, "    <issue index=\"%u\"", index + 1);
  parley_genius_attribute (xml, "name", issue->title);
  g_string_append_printf (xml, " type=\"%s\" etype=\"%s\" vtype=\"%s\"", kind, kind, kind);
  if (self->kinds[index] != PARLEY_GENIUS_DISCRETE)
    {
      g_autofree char *low = parley_exact_to_text (issue->min, PARLEY_GENIUS_MAX_PLACES);
      g_autofree char *high = parley_exact_to_text (issue->max, PARLEY_GENIUS_MAX_PLACES);

      g_string_append_printf (xml, " lowerbound=\"%s\" upperbound=\"%s\"", low, high);
    }
}

static void
append_objective (ParleyGeniusExport *self, GString *xml)
{
  g_string_append (xml, "  <objective index=\"0\"");
  parley_genius_attribute (xml, "name", self->scenario->title);
  g_string_append (xml, " description=\"\" type=\"objective\" etype=\"objective\">\n");
}

void
parley_genius_export_plain_issue (ParleyGeniusExport *self, guint index, GString *xml)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, index);

  parley_genius_export_issue (self, index, xml);
  if (self->kinds[index] != PARLEY_GENIUS_DISCRETE)
    {
      g_string_append (xml, "/>\n");
      return;
    }
  g_string_append (xml, ">\n");
  for (guint i = 0; i < parley_genius_n_values (issue); i++)
    {
      g_autofree char *name = parley_genius_value (issue, i);

      g_string_append_printf (xml, "      <item index=\"%u\"", i + 1);
      parley_genius_attribute (xml, "value", name);
      g_string_append (xml, "/>\n");
    }
  g_string_append (xml, "    </issue>\n");
}

static char *
domain_to_text (ParleyGeniusExport *self)
{
  GString *xml = g_string_new (HEAD "<negotiation_template>\n");

  g_string_append_printf (xml, " <utility_space number_of_issues=\"%u\">\n",
                          self->scenario->issues->len);
  append_objective (self, xml);
  for (guint i = 0; i < self->scenario->issues->len; i++)
    parley_genius_export_plain_issue (self, i, xml);
  g_string_append (xml, "  </objective>\n </utility_space>\n</negotiation_template>\n");
  return g_string_free (xml, FALSE);
}

static void
append_reservation (ParleyGeniusExport *self, const ParleyParty *party, GString *xml)
{
  const ParleyNumber *reservation = parley_party_reservation_at (party, self->scenario->as_of);
  g_autofree char *text = NULL;
  mpq_t share, hundred;

  mpq_inits (share, hundred, NULL);
  mpq_set_ui (hundred, 100, 1);
  mpq_div (share, reservation->value, hundred);
  text = parley_genius_decimal (self, share);
  mpq_clears (share, hundred, NULL);
  g_string_append_printf (xml, " <reservation value=\"%s\"/>\n", text);
}

static void
warn_of_party (ParleyGeniusExport *self, const ParleyParty *party)
{
  mpq_t least, most;

  if (self->rounded)
    parley_loaded_add_problem (self->loaded, PARLEY_PROBLEM_ROUNDED_NUMBER, party->origin,
                               "some numbers of \"%s\" have no finite decimal of at most %d places "
                               "and are rounded to %d",
                               party->id, PARLEY_GENIUS_MAX_PLACES, ROUNDED_PLACES);
  if (party->normalize && party->adjustments->len == 0)
    return;
  mpq_inits (least, most, NULL);
  parley_import_bounds (party, least, most);
  if (mpq_cmp_ui (most, 100, 1) > 0)
    parley_loaded_add_problem (self->loaded, PARLEY_PROBLEM_NOT_CAPPED, party->origin,
                               "scores of \"%s\" may exceed 100, and GENIUS takes them for 100",
                               party->id);
  mpq_clears (least, most, NULL);
}

static char *
profile_to_text (ParleyGeniusExport *self, const ParleyParty *party)
{
  gboolean weighted = parley_party_is_weighted (party);
  GString *xml = g_string_new (HEAD);

  self->rounded = FALSE;
  g_string_append_printf (xml, "<utility_space%s number_of_issues=\"%u\">\n",
                          weighted ? "" : " type=\"nonlinear\"", self->scenario->issues->len);
  append_objective (self, xml);
  if (weighted)
    parley_genius_export_linear (self, party, xml);
  else
    parley_genius_export_rectangles (self, party, xml);
  g_string_append (xml, "  </objective>\n");
  append_reservation (self, party, xml);
  g_string_append (xml, "</utility_space>\n");
  warn_of_party (self, party);
  return g_string_free (xml, FALSE);
}

static void
export_file_free (gpointer data)
{
  ParleyExportFile *self = data;

  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

/* Takes @text. @stem: an id that becomes a name of its own among @taken. */
static void
take_file (GPtrArray *files, GHashTable *taken, const char *stem, char *text)
{
  ParleyExportFile *file = g_new0 (ParleyExportFile, 1);
  g_autofree char *free_stem = g_strdup (stem);

  while (!g_hash_table_add (taken, g_strdup (free_stem)))
    {
      char *longer = g_strconcat (free_stem, "-party", NULL);

      g_free (free_stem);
      free_stem = longer;
    }
  file->name = g_strconcat (free_stem, ".xml", NULL);
  file->text = text;
  g_ptr_array_add (files, file);
}

/* Importers pass over a file that is called pareto.xml. */
static GPtrArray *
write_files (ParleyGeniusExport *self)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (export_file_free);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (taken, g_strdup ("pareto"));
  take_file (files, taken, "domain", domain_to_text (self));
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);

      take_file (files, taken, party->id, profile_to_text (self, party));
    }
  return files;
}

static void
check_values (ParleyGeniusExport *self)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);

      if (parley_party_is_weighted (party))
        parley_genius_check_values (self, party);
    }
}

/* What is wrong with adjustments shows only when they are written. */
static void
check_adjustments (ParleyGeniusExport *self)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);

      if (!parley_party_is_weighted (party))
        parley_genius_check_rectangles (self, party);
    }
}

GPtrArray *
parley_export_genius (ParleyLoaded *loaded)
{
  g_autofree ParleyGeniusKind *kinds = g_new0 (ParleyGeniusKind, loaded->scenario->issues->len);
  ParleyGeniusExport self = { loaded, loaded->scenario, kinds, FALSE };
  g_autoptr(GPtrArray) files = NULL;

  g_return_val_if_fail (!loaded->is_model, NULL);

  parley_genius_export_check (&self);
  parley_genius_export_kinds (&self);
  check_values (&self);
  if (loaded->problems->n_errors > 0)
    check_adjustments (&self);
  else
    files = write_files (&self);
  return loaded->problems->n_errors == 0 ? g_steal_pointer (&files) : NULL;
}
