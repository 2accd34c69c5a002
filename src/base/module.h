/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Parts of Parley that few commands need, each a shared object of its own, parley-NAME.so: the
 * libraries that they stand on take the system longer to load than most commands take to run.
 *
 * A module has one symbol, parley_module: a structure of functions, whose type a header says that
 * both sides include. It holds copies of its own of what it uses of the library, so that it finds
 * nothing of the program and asks nothing of how that is linked. All that the two share is what
 * they hand each other.
 */

/**
 * parley_module_open:
 * @task: what it does, for people: "makes PDFs"
 *
 * Loads a module, if that has not been done yet. It stays until the process ends, as types of GLib
 * cannot be taken back. The system looks for it where the program says by its DT_RPATH, in
 * libdir/parley once it is installed.
 *
 * Returns: (transfer none): its parley_module; NULL with PARLEY_ERROR_IO when it is not there or
 * what it needs is not. Cost: some milliseconds, the first time.
 */
gconstpointer parley_module_open (const char *name, const char *task, GError **error);
