# SPDX-License-Identifier: GPL-3.0-or-later
"""How Sphinx makes a site of the documents, for './dev site'."""

import re

project = "Parley"
extensions = ["myst_parser"]
include_patterns = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/**.md", "examples/README.md"]
exclude_patterns = ["build", "**/node_modules"]
root_doc = "docs/README"
myst_heading_anchors = 4

smartquotes = False

html_theme = "furo"
html_title = "Parley"
html_extra_path = ["index.html"]
html_static_path = ["site.css", "site.js"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_use_index = False
html_domain_indices = False

SECTION = re.compile(r"^## (.*)\n\n((?:- .*\n)+)", re.MULTILINE)
PAGE = re.compile(r"\]\(([\w./-]+\.md)\)")


def add_navigation(app, name, source):
    """Makes the navigation of what docs/README.md lists. An example is no page of it."""
    if name == "docs/examples/us-briefing":
        source[0] = f"---\norphan: true\n---\n{source[0]}"
    if name == root_doc:
        for caption, pages in SECTION.findall(source[0]):
            source[0] += f"\n```{{toctree}}\n:hidden:\n:caption: {caption}\n\n"
            source[0] += "".join(f"/docs/{page}\n" for page in PAGE.findall(pages)) + "```\n"


def drop_script(app, name, template, context, tree):
    """Debian's Furo has its script as a module, which browsers do not load from a file. It marks
    where one reads, and switches between light and dark; site.js does the latter."""
    context["script_files"] = [s for s in context["script_files"] if "furo" not in s]


def setup(app):
    app.connect("source-read", add_navigation)
    app.connect("html-page-context", drop_script, priority=900)
