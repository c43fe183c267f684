#include "CAllocations.h"

#include <errno.h>
#include <stddef.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static _Thread_local int counting;
static _Thread_local allocation_count count;

static void note(size_t bytes) {
  if (counting) {
    count.calls += 1;
    count.bytes += bytes;
  }
}

void allocation_count_start(void) {
  count = (allocation_count){0, 0};
  counting = 1;
}

allocation_count allocation_count_stop(void) {
  counting = 0;
  return count;
}

void *malloc(size_t bytes) {
  note(bytes);
  return __libc_malloc(bytes);
}

void *calloc(size_t number, size_t size) {
  note(number * size);
  return __libc_calloc(number, size);
}

void *realloc(void *old, size_t bytes) {
  note(bytes);
  return __libc_realloc(old, bytes);
}

void *aligned_alloc(size_t alignment, size_t bytes) {
  note(bytes);
  return __libc_memalign(alignment, bytes);
}

int posix_memalign(void **place, size_t alignment, size_t bytes) {
  note(bytes);
  void *made = __libc_memalign(alignment, bytes);
  if (!made) return ENOMEM;
  *place = made;
  return 0;
}
