# SPDX-License-Identifier: GPL-3.0-or-later
# Fish completion for parley. What there is to complete, the program says itself.

# __parley_files KIND BEFORE: names of files, in a word that begins with BEFORE.
function __parley_files
    set -l begun (string sub -s (math (string length -- "$argv[2]") + 1) -- (commandline -ct))
    switch $argv[1]
        case json
            string replace -r -- '^' "$argv[2]" (__fish_complete_suffix "$begun" .json)
        case folder
            string replace -r -- '^' "$argv[2]" (__fish_complete_directories "$begun")
        case '*'
            string replace -r -- '^' "$argv[2]" (__fish_complete_path "$begun")
    end
end

function __parley_complete
    set -l before (commandline -opc)
    set -l all (commandline -op)
    set -l after $all[(math (count $before) + 1)..]
    set -q before[1]; and set -e before[1]
    if test -n "$(commandline -t)"
        set -e after[1]
    end
    for line in (parley --completions (count $before) $before (commandline -ct) $after 2>/dev/null)
        set -l parts (string split -m 2 \t -- $line)
        if test -z "$parts[1]"
            __parley_files "$parts[2]" "$parts[3]"
        else
            printf '%s\n' $line
        end
    end
end

complete -c parley -f -k -a '(__parley_complete)'
