#ifndef LANDCTL_CXLSX_SHIM_H
#define LANDCTL_CXLSX_SHIM_H
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

// A file in memory without a name, closed on exec. The C library declares its own wrapper for GNU
// sources only, which Swift's import is not.
static inline int landctl_memory_file(const char *name) {
  return (int)syscall(SYS_memfd_create, name, 1u);
}
#endif
