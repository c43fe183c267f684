#ifndef LANDCTL_CFAULTS_H
#define LANDCTL_CFAULTS_H
// What is left to do when a fault ends the program: memory refused by the machine, an input that
// was cut off while it was mapped, a mistake of ours. A handler of such a signal may neither take a
// lock nor ask for memory, which nothing written in Swift can promise; hence C.
#include <stddef.h>

// Keeps the path of a file that is to be removed where a fault ends the run. A number for
// landctl_forget, or -1 where there is no memory for it. Callable from any thread.
int landctl_remember(const char *path);
void landctl_forget(int number);

// Keeps the place of a mapped file, to name the file where reading it fails.
int landctl_map_begin(const void *start, size_t count, const char *name);
void landctl_map_end(int number);

// A file in a folder that never has a name, to be read and written; -1 with errno where there can be none.
// A signal between the making of a named one and the removal of its name would leave it. Swift does not
// see the flag, which glibc makes of two.
int landctl_unnamed_file(const char *folder);

// The texts of the messages; each is copied and has its line end. `changed` follows the name of the
// file.
struct landctl_fault_texts {
  const char *head;
  const char *changed;
  const char *memory;
  const char *fault;
};

// Catches the signals of faults from now on: removes what is remembered, says what happened on
// standard error, and ends with a status of its own; a mistake of ours is handed on to whoever caught
// the signal before (Swift's tracer, a sanitizer). `is_limited` says that
// the run has a limit of memory, so that a fault is most likely memory that was refused.
void landctl_catch_faults(const struct landctl_fault_texts *texts, int is_limited);

// The smaller of the limits of memory that the run was given (ulimit -v, ulimit -d) in bytes; -1
// where there is none. glibc's type of a resource is one that Swift does not see.
long long landctl_memory_limit(void);

enum {
  landctl_status_changed = 65,
  landctl_status_fault = 70,
  landctl_status_memory = 71,
};
#endif
