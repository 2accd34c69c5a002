/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Tells the C library to keep what is freed and to take memory in large pages, where it
 * can be told. Large tables come and go while deals are counted, and the system takes
 * longer to find fresh small pages for each than it takes to fill them. Small scenarios fit in
 * the first large page. Call it first. */
void parley_heap_prepare (void);

/* For a process that has just been forked: takes the heap over at once, in large pages. The system
 * would copy it in small ones, each when it is first written to, which takes three milliseconds
 * longer. */
void parley_heap_own (void);
