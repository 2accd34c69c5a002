/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * A scenario without errors that has every key of docs/format.md but those that
 * exclude others, for the tests that read it and those that break it. Single
 * quotes stand for double ones. The lines are numbered for the positions in
 * tests/unit/refusals.c.
 */
static const char base_scenario[] = /*  1 */
    "{\n"
    /*  2 */ "  'format': 'parley/1', '$schema': 'x', 'title': 'Base', 'as_of': '2025-02-16',\n"
    /*  3 */ "  'summary': 'All keys', 'note': 'For tests',\n"
    /*  4 */ "  'sources': { 'press': { 'title': 'Press', 'publisher': 'P', 'date': '2024-02-29',\n"
    /*  5 */ "                          'url': 'https://example.org', 'note': 'n' } },\n"
    /*  6 */ "  'issues': [\n"
    /*  7 */ "    { 'id': 'share', 'title': 'Share', 'kind': 'range', 'unit': '%', 'note': 'n',\n"
    /*  8 */ "      'min': 0, 'max': 100, 'step': 5 },\n"
    /*  9 */ "    { 'id': 'years', 'title': 'Years', 'kind': 'range', 'min': -2, 'max': 30,\n"
    /* 10 */ "      'grid': [-2, 10, '41/2', 30] },\n"
    /* 11 */ "    { 'id': 'security', 'title': 'Security', 'kind': 'choice', 'ordered': true,\n"
    /* 12 */ "      'options': [ { 'id': 'none', 'title': 'None', 'note': 'n' },\n"
    /* 13 */ "                   { 'id': 'pledge', 'title': 'Pledge' },\n"
    /* 14 */ "                   { 'id': 'binding', 'title': 'Binding' } ] },\n"
    /* 15 */ "    { 'id': 'law', 'title': 'Law', 'kind': 'choice', 'source': 'press',\n"
    /* 16 */
    "      'options': [ { 'id': 'paris', 'title': 'P' }, { 'id': 'london', 'title': 'L' } ] },\n"
    /* 17 */ "    { 'id': 'take', 'title': 'Take', 'kind': 'derived',\n"
    /* 18 */ "      'product': ['share', 'years'], 'scale': 0.01 },\n"
    /* 19 */ "    { 'id': 'tone', 'title': 'Tone', 'kind': 'derived',\n"
    /* 20 */
    "      'table': [ { 'when': { 'security': 'none' }, 'value': 1 } ], 'otherwise': 2.5 }\n"
    /* 21 */ "  ],\n"
    /* 22 */ "  'parties': [\n"
    /* 23 */ "    { 'id': 'us', 'title': 'United States', 'role': 'party', 'note': 'n',\n"
    /* 24 */ "      'reservation': { 'value': 40, 'low': 30, 'high': 50, 'basis': 'judgement',\n"
    /* 25 */ "        'confidence': 'low', 'source': ['press'], 'note': 'n', 'changes': [\n"
    /* 26 */ "          { 'from': '2025-03-01', 'value': 35, 'low': 30, 'because': 'b' },\n"
    /* 27 */ "          { 'from': '2025-04-01', 'value': 38, 'basis': 'fact' } ] },\n"
    /* 28 */ "      'batna': { 'title': 'No deal', 'note': 'n', 'source': 'press', 'lottery': [\n"
    /* 29 */ "        { 'p': '1/3', 'score': 40, 'title': 't' }, { 'p': '2/3', 'score': 55 } ] },\n"
    /* 30 */ "      'positions': { 'security': { 'opening': 'none', 'target': ['none', 'pledge'],\n"
    /* 31 */ "        'limit': { 'max': 'pledge' }, 'interest': 'i', 'source': 'press' },\n"
    /* 32 */ "        'take': { 'opening': 10 } },\n"
    /* 33 */ "      'weights': { 'share': { 'value': 60, 'low': 50, 'high': 70 }, 'security': 40,\n"
    /* 34 */ "                   'law': 0, 'tone': 0 },\n"
    /* 35 */ "      'values': { 'share': { 'points': [[0, 0], [50, { 'value': 60 }], [100, 100]],\n"
    /* 36 */ "                             'shape': 'smooth' },\n"
    /* 37 */ "                  'security': { 'none': 100, 'pledge': 30, 'binding': 0 } },\n"
    /* 38 */
    "      'red_lines': [ { 'id': 'no-binding', 'title': 't', 'because': 'b', 'note': 'n',\n"
    /* 39 */
    "        'never': { 'security': 'binding' }, 'stance': 'declared', 'source': 'press',\n"
    /* 40 */ "        'holds': { 'value': 0.9, 'low': 0.5, 'high': 1 } } ],\n"
    /* 41 */ "      'adjustments': [ { 'id': 'greed', 'title': 't', 'because': 'b', 'note': 'n',\n"
    /* 42 */ "        'when': { 'share': { 'min': 90 }, 'any': [ { 'law': 'paris' },\n"
    /* 43 */ "                  { 'not': { 'take': [1, 2.5] } } ] }, 'points': -3 } ] },\n"
    /* 44 */ "    { 'id': 'ukraine', 'title': 'Ukraine', 'reservation': 45, 'ranking':\n"
    /* 45 */ "        ['take', ['security', 'law']],\n"
    /* 46 */ "      'values': { 'take': { 'ideal': 5, 'tolerance': 12 },\n"
    /* 47 */ "                  'security': { 'none': 0, 'pledge': 50, 'binding': 100 },\n"
    /* 48 */
    "                  'law': { 'paris': 100, 'london': 0 } }, 'preferences': [ { 'id': 'likes',"
    " 'prefers': 'second', 'to': 'first', 'by': '5/2', 'date': '2025-02-14',"
    " 'confidence': 'low', 'source': 'press', 'note': 'n' },"
    " { 'id': 'same', 'alike': ['first', 'second'], 'within': 5 } ] },\n"
    /* 49 */ "    { 'id': 'rada', 'title': 'Rada', 'role': 'ratifier', 'reservation': 20,\n"
    /* 50 */ "      'needed_when': { 'security': ['pledge', 'binding'] },\n"
    /* 51 */ "      'swing': { 'tone': 100, 'share': '50/3' }, 'values': {\n"
    /* 52 */ "        'tone': { 'points': [[1, 0], [2.5, 100]] },\n"
    /* 53 */ "        'share': { 'points': [[-5, 100], [100, 0]], 'shape': 'linear' } } },\n"
    /* 54 */ "    { 'id': 'eu', 'title': 'Union', 'role': 'affected' }\n"
    /* 55 */ "  ],\n"
    /* 56 */ "  'rules': [ { 'id': 'r', 'title': 't', 'forbid': { 'law': 'london', 'share': 0 },\n"
    /* 57 */ "               'because': 'b', 'source': 'press', 'note': 'n' } ],\n"
    /* 58 */ "  'drafts': [\n"
    /* 59 */ "    { 'id': 'first', 'title': 'First', 'date': '2025-02-12', 'tabled_by': 'us',\n"
    /* 60 */
    "      'source': 'press', 'note': 'n', 'terms': { 'share': 52.5, 'years': { 'max': 10 },\n"
    /* 61 */
    "        'security': { 'is': ['none', 'pledge'], 'basis': 'inferred', 'source': 'press',\n"
    /* 62 */ "          'confidence': 'high', 'note': 'n', 'reports': [\n"
    /* 63 */ "            { 'source': 'press', 'is': 'none', 'note': 'n' } ] } },\n"
    /* 64 */ "      'given': [ { 'if': { 'security': 'none' }, 'then': { 'law': 'paris' } } ],\n"
    /* 65 */ "      'events': [ { 'date': '2025-02-13', 'party': 'ukraine', 'act': 'rejected',\n"
    /* 66 */ "                    'source': 'press', 'note': 'n' } ] },\n"
    /* 67 */ "    { 'id': 'second', 'title': 'Second', 'tabled_by': ['us', 'ukraine'] }\n"
    /* 68 */ "  ],\n"
    /* 69 */ "  'cases': [ { 'id': 'c', 'title': 'C', 'question': 'q', 'note': 'n',\n"
    /* 70 */ "               'set': { 'drafts.first.terms.share': 30 },\n"
    /* 71 */ "               'patch': { 'parties': { 'us': { 'reservation': 41 } } } } ]\n"
    /* 72 */ "}\n";
