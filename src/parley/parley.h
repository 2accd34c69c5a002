/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * libparley: negotiations for programs of your own.
 *
 * A scenario file is read once (talks.h); then drafts and deals are judged (judgement.h) and the
 * deals found that all accept (zopa.h). Everything is exact.
 *
 * Whatever is returned is to be freed by you, with the function for it, and holds all that it
 * points at; what you hand over is copied or only looked at. The library never prints or exits and
 * has no state of its own; where a small allocation fails, GLib ends the process. A pointer
 * that may not be NULL and is, a status that was not looked at: undefined.
 */
#include "parley/judgement.h"
#include "parley/talks.h"
#include "parley/zopa.h"
