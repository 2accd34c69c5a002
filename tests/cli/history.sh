#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How far sides moved, where that is easily said wrong.
. "$(dirname "$0")/common.bash"

# Two sides that want the opposite of each other on one scale of three steps.
cat > "$scratch/two.json" << 'END'
{ "format": "parley/1", "title": "Two",
  "issues": [ { "id": "i", "title": "I", "kind": "choice", "options": [
    { "id": "x", "title": "X" }, { "id": "y", "title": "Y" }, { "id": "z", "title": "Z" } ] } ],
  "parties": [
    { "id": "a", "title": "A", "reservation": 40, "weights": { "i": 1 }, "values": { "i": { "x": 100, "y": 60, "z": 0 } } },
    { "id": "b", "title": "B", "reservation": 40, "weights": { "i": 1 }, "values": { "i": { "x": 0, "y": 60, "z": 100 } } } ],
  "drafts": [
    { "id": "a1", "title": "A 1", "date": "2025-01-01", "tabled_by": "a", "terms": { "i": "x" } },
    { "id": "b1", "title": "B 1", "date": "2025-01-02", "tabled_by": "b", "terms": { "i": "z" } },
    { "id": "a2", "title": "A 2", "date": "2025-01-03", "tabled_by": "a", "terms": { "i": "y" } },
    { "id": "b2", "title": "B 2", "date": "2025-01-04", "tabled_by": "b", "terms": { "i": "y" } } ] }
END

# Both went two thirds of their ways, and no term is open.
expect 0 "$parley" history "$scratch/two.json"
says "$out" 'So both moved equally far.'
expect 0 "$parley" history "$scratch/two.json" --set drafts.b2.terms.i=null
says "$out" 'Who moved further hangs on open terms.'
expect 0 "$parley" history "$scratch/two.json" --set parties.b.values.i.y=50
says "$out" 'B moved further.'

# A draft is tabled on its own date, unless an event says when.
expect 0 "$parley" history "$scratch/two.json" --format json \
  --set 'drafts.a2.events=[{"date":"2025-01-05","party":"a","act":"tabled"}]'
says "$out" '"since": "2025-01-01"'
says "$out" '"since": "2025-01-05"'
grep -q '"since": "2025-01-03"' "$out" && fail 'tabled before it was'

# What the rules forbid has no score, which is not to say that nobody moved.
expect 0 "$parley" history "$scratch/two.json" --set 'rules=[{"id":"r","forbid":{"i":"x"}}]'
tr '\n' ' ' < "$out" > "$scratch/line"
says "$scratch/line" 'How far A moved cannot be said: the rules allow no completion of its first draft'
says "$out" 'Without a score: the rules allow no completion of the draft.'
grep -q 'Where A moved' "$out" && fail 'a table without a line'
says "$out" 'Where B moved'

# Neither draft says what becomes of J, but by what they say of I rules allow other terms.
cat > "$scratch/narrowed.json" << 'END'
{ "format": "parley/1", "title": "Narrowed",
  "issues": [
    { "id": "i", "title": "I", "kind": "choice", "options": [
      { "id": "x", "title": "X" }, { "id": "y", "title": "Y" } ] },
    { "id": "j", "title": "J", "kind": "choice", "options": [
      { "id": "p", "title": "P" }, { "id": "q", "title": "Q" }, { "id": "r", "title": "R" } ] } ],
  "rules": [ { "id": "1", "forbid": { "i": "x", "j": "p" } }, { "id": "2", "forbid": { "i": "y", "j": "r" } } ],
  "parties": [
    { "id": "a", "title": "A", "reservation": 40, "weights": { "j": 1 }, "values": { "j": { "p": 0, "q": 50, "r": 100 } } },
    { "id": "b", "title": "B", "reservation": 40, "weights": { "j": 1 }, "values": { "j": { "p": 100, "q": 50, "r": 0 } } } ],
  "drafts": [
    { "id": "a1", "title": "A 1", "date": "2025-01-01", "tabled_by": "a", "terms": { "i": "x" } },
    { "id": "a2", "title": "A 2", "date": "2025-01-03", "tabled_by": "a", "terms": { "i": "y" } } ] }
END
expect 0 "$parley" history --quiet "$scratch/narrowed.json"
says "$out" 'not known, but rules allow other terms  -100.0..0.0'
finish
