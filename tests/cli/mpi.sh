#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Work that is divided among processes.
. "$(dirname "$0")/common.bash"

mpi=$(dirname "$(realpath "$parley")")/parley-mpi
[[ -x $mpi ]] || exit 77
command -v mpiexec.hydra > /dev/null || exit 77
parley=$(realpath "$parley")
cd "$top" || exit 1
february=scenarios/us-ukraine-minerals-february.json

# divided N WORD...: what N processes come to.
# shellcheck disable=SC2317 # called through expect
divided () { timeout 120 mpiexec.hydra -n "$1" "$mpi" "${@:2}"; }

# They are one job and not several of one process each.
expect 0 divided 2 --version
says "$out" ', 2 processes'
[[ $(wc -l < "$out") == 1 ]] || fail 'more than one process speaks'

# The bytes are those of one process.
for words in "robust $february -n 2300" "robust $february -n 1700 --weights simplex us-12feb" \
  "sweep $february --vary parties.ukraine.reservation=30:70:1/2"; do
  # shellcheck disable=SC2086 # words
  expect 0 "$parley" $words --format json
  cp "$out" "$scratch/alone"
  for n in 1 2 3; do
    # shellcheck disable=SC2086
    expect 0 divided "$n" $words --format json
    cmp "$out" "$scratch/alone" || fail "$n processes change what \"$words\" gives"
  done
done

# What one process began many may end, and the other way round.
database=$scratch/draws.sqlite
long=(robust "$february" --quiet -n 16000 --format json)
expect 0 "$parley" "${long[@]}"
cp "$out" "$scratch/whole"
mpiexec.hydra -n 2 "$mpi" "${long[@]}" --threads 1 -o "$database" > "$scratch/killed" 2>&1 &
pid=$!
sleep 0.3
kill -9 $pid 2> "$scratch/killed"
wait $pid 2> "$scratch/killed"
for ((tries = 0; tries < 100; tries++)); do
  pgrep -f "$database" > "$scratch/running" || break
  sleep 0.1
done
expect 0 "$parley" "${long[@]}" -o "$database"
cmp "$out" "$scratch/whole" || fail 'processes that were killed change the result'
expect 0 divided 2 "${long[@]}" -o "$database"
cmp "$out" "$scratch/whole" || fail 'what is there already comes out otherwise'

# What is wrong for all is said once.
expect 2 divided 2 robust "$february" -n 0
[[ $(cat "$err") == 'parley-mpi robust: --draws must be from 1 to 100,000,000, not 0 (parley-mpi robust --help)' ]] || fail "$(cat "$err")"
expect 2 divided 2 score "$february"
says "$err" 'parley-mpi: it does sweep, robust; parley does the rest'

# What goes wrong with one alone ends the job, and it says why.
cp "$february" "$scratch/first.json"
cp -r models "$scratch/models"
sed -i 's|\.\./models|models|' "$scratch/first.json"
cat > "$scratch/rank" << 'SH'
#!/bin/sh
# The second process stands in another folder.
[ "$PMI_RANK" = 1 ] && cd "$2"
exec "$1" robust first.json -n 40000
SH
chmod +x "$scratch/rank"
mkdir "$scratch/other"
cd "$scratch" || exit 1
elsewhere=(timeout 60 mpiexec.hydra -n 2 "$scratch/rank" "$mpi" "$scratch/other")
expect 3 "${elsewhere[@]}"
says "$err" 'parley-mpi: process 1 of 2 failed, and with it the job:'
says "$err" 'first.json": No such file or directory'

# All need the same scenario, models included, and the same command.
cp -r "$scratch/models" "$scratch/other/models"
sed '0,/"title": "/s//"title": "Not /' first.json > other/first.json
expect 2 "${elsewhere[@]}"
says "$err" 'process 1 was given another scenario than process 0: all need the same'
one=("$mpi" robust first.json -n 2000)
expect 2 timeout 60 mpiexec.hydra -n 1 "${one[@]}" : -n 1 "${one[@]}" --seed 2
says "$err" 'process 1 was given another command than process 0: all need the same'

finish
