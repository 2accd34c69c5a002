/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/*
 * What the headers of libparley share. They are plain C, from C11 on, and C++: no other library's
 * types are in them.
 */

#ifdef __cplusplus
#define PARLEY_API_BEGIN \
  extern "C" \
  {
#define PARLEY_API_END   }
#else
#define PARLEY_API_BEGIN
#define PARLEY_API_END
#endif

/* A function of libparley; it has no others. */
#define PARLEY_API __attribute__ ((visibility ("default")))

/* How something went, as the exit status of the program has it. */
typedef enum
{
  PARLEY_STATUS_DONE,   /* 0 */
  PARLEY_STATUS_NO,     /* 1: done, and the answer is no */
  PARLEY_STATUS_WRONG,  /* 2: what was given is wrong, or asks for more than can be exact */
  PARLEY_STATUS_FAILED  /* 3: a file cannot be read, or memory is short */
} ParleyStatus;

/* A number. Where there is none, @exact is NULL and @value is not a number. */
typedef struct
{
  const char *exact; /* "163/2" or "81": a fraction in lowest terms, or an integer */
  double      value; /* the nearest double */
} ParleyAmount;
