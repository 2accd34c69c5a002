/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/docx.h"

#include <string.h>

#include "base/resource.h"
#include "report/html_part.h"
#include "report/language.h"
#include "report/zip.h"

/* docx_styles.xml and others, as the build puts them here. */
extern const ParleyResource parley_looks[];

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define PARTS "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char types[] = DECLARATION
    "<Types xmlns=\"" PACKAGE "content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
    "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" PARTS "document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" PARTS "styles+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" ContentType=\"" PARTS "header+xml\"/>"
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"" PARTS "footer+xml\"/>"
    "</Types>";

static const char relations[] = DECLARATION "<Relationships xmlns=\"" PACKAGE "relationships\">"
                                            "<Relationship Id=\"rId1\" Type=\"" OFFICE
                                            "/officeDocument\" Target=\"word/document.xml\"/>"
                                            "</Relationships>";

static const char document_relations[]
    = DECLARATION "<Relationships xmlns=\"" PACKAGE "relationships\">"
                  "<Relationship Id=\"rId1\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
                  "<Relationship Id=\"rId90\" Type=\"" OFFICE "/header\" Target=\"header1.xml\"/>"
                  "<Relationship Id=\"rId91\" Type=\"" OFFICE "/footer\" Target=\"footer1.xml\"/>"
                  "</Relationships>";

/* A4; 16 mm at the sides, 18 mm above and below, in twentieths of a point. */
static const char document[] = DECLARATION
    "<w:document xmlns:w=\"" WORD "\" xmlns:r=\"" OFFICE "\"><w:body><w:p/><w:sectPr>"
    "<w:headerReference w:type=\"default\" r:id=\"rId90\"/>"
    "<w:footerReference w:type=\"default\" r:id=\"rId91\"/>"
    "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    "<w:pgMar w:top=\"1020\" w:right=\"907\" w:bottom=\"1020\" w:left=\"907\" w:header=\"454\" "
    "w:footer=\"454\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";

static void
append_run (GString *out, const char *text)
{
  g_string_append (out, "<w:r><w:t xml:space=\"preserve\">");
  parley_html_append_text (out, text);
  g_string_append (out, "</w:t></w:r>");
}

static void
append_field (GString *out, const char *name)
{
  g_string_append_printf (
      out, "<w:fldSimple w:instr=\" %s \"><w:r><w:t>1</w:t></w:r></w:fldSimple>", name);
}

static void
begin_paragraph (GString *out, const char *style)
{
  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
}

static void
append_marking (GString *out, const ParleyImprint *imprint)
{
  begin_paragraph (out, "Header");
  if (imprint->marking != NULL)
    append_run (out, imprint->marking);
  g_string_append (out, "</w:p>");
}

static char *
make_header (const ParleyImprint *imprint)
{
  GString *out = g_string_new (DECLARATION "<w:hdr xmlns:w=\"" WORD "\">");

  append_marking (out, imprint);
  g_string_append (out, "</w:hdr>");
  return g_string_free (out, FALSE);
}

/* "page 1 of 2" in any language, with fields for the numbers. */
static void
append_page_number (GString *out)
{
  g_autofree char *text = g_strdup_printf (_ ("page %s of %s"), "\001", "\001");
  g_auto(GStrv) parts = g_strsplit (text, "\001", 3);

  append_run (out, parts[0]);
  append_field (out, "PAGE");
  append_run (out, parts[1]);
  append_field (out, "NUMPAGES");
  append_run (out, parts[2]);
}

static char *
make_footer (const ParleyImprint *imprint)
{
  GString *out = g_string_new (DECLARATION "<w:ftr xmlns:w=\"" WORD "\">");

  begin_paragraph (out, "Footer");
  append_run (out, imprint->foot != NULL ? imprint->foot : "");
  g_string_append (out, "<w:r><w:tab/></w:r>");
  append_page_number (out);
  g_string_append (out, "</w:p>");
  if (imprint->marking != NULL)
    append_marking (out, imprint);
  g_string_append (out, "</w:ftr>");
  return g_string_free (out, FALSE);
}

static void
add (ParleyZip *zip, const char *name, const char *text)
{
  parley_zip_add (zip, name, text, strlen (text));
}

GBytes *
parley_docx_reference (const ParleyImprint *imprint)
{
  ParleyZip *zip = parley_zip_new ();
  g_autofree char *header = make_header (imprint);
  g_autofree char *footer = make_footer (imprint);

  add (zip, "[Content_Types].xml", types);
  add (zip, "_rels/.rels", relations);
  add (zip, "word/document.xml", document);
  add (zip, "word/_rels/document.xml.rels", document_relations);
  add (zip, "word/styles.xml", parley_resource_text (parley_looks, "docx_styles.xml"));
  add (zip, "word/header1.xml", header);
  add (zip, "word/footer1.xml", footer);
  return parley_zip_finish (zip);
}
