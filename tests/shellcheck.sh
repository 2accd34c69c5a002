#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Lets shellcheck look at all that is written for a shell. Usage: shellcheck.sh TOP
set -euo pipefail

cd "$1"
exec shellcheck -x -P SCRIPTDIR dev .ci/run tests/*.sh tests/cli/*.sh tests/pages/*.sh tests/browser/*.sh \
  debian/tests/installed debian/tests/compiled src/cli/completion.bash
