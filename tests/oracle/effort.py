# SPDX-License-Identifier: GPL-3.0-or-later
"""How much is tried: `./dev thorough` sets PARLEY_THOROUGH, and sanitizers (PARLEY_SANITIZED), which
take five times as long, make others hurry."""

import os

THOROUGH = bool(os.environ.get("PARLEY_THOROUGH"))
HURRIED = bool(os.environ.get("PARLEY_SANITIZED")) and not THOROUGH


def times(count):
    """How many of what is drawn at random, where usually there are @count."""
    return 10 * count if THOROUGH else count
