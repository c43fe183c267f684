#ifndef LANDCTL_CALLOCATIONS_H
#define LANDCTL_CALLOCATIONS_H
// Counts what one thread asks of malloc and its kin between start and stop, by standing in front of
// glibc's. Asked-for bytes, not what malloc makes of them; what is freed in between counts, too.
#include <stdint.h>

typedef struct {
  uint64_t calls;
  uint64_t bytes;
} allocation_count;

void allocation_count_start(void);
allocation_count allocation_count_stop(void);
#endif
