#ifndef LANDCTL_CLIMITS_SHIM_H
#define LANDCTL_CLIMITS_SHIM_H
// The limits of another process: glibc declares the call among its GNU extensions, which Swift's
// own Glibc module leaves out.
#include <sys/resource.h>
#include <sys/types.h>

int prlimit(pid_t process, int resource, const struct rlimit *limit, struct rlimit *old);

enum {
  landctl_limit_memory = RLIMIT_AS,
  landctl_limit_processor = RLIMIT_CPU,
  landctl_limit_file = RLIMIT_FSIZE,
};
#endif
