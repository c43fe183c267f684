#ifndef LANDCTL_CMALLOC_SHIM_H
#define LANDCTL_CMALLOC_SHIM_H
// Glibc's tuning of malloc, which Swift's own Glibc module leaves out.
#include <malloc.h>

enum {
  landctl_mmap_threshold = M_MMAP_THRESHOLD,
  landctl_trim_threshold = M_TRIM_THRESHOLD,
  landctl_arena_max = M_ARENA_MAX,
};
#endif
