#define _GNU_SOURCE
#include "CFaults.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

// One thing to be known by the handler. Records are made once, taken again, and never freed, so
// that the handler can walk them without a lock; `live` is written last.
struct record {
  struct record *next;
  atomic_int live;
  int number;
  const void *start;
  size_t count;
  char *text;
  size_t room;
};

static _Atomic(struct record *) files, maps;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *text_head, *text_changed, *text_memory, *text_fault;
static int limited;
// Who caught each signal before.
static struct sigaction earlier[65];

static int keep(_Atomic(struct record *) *list, const void *start, size_t count, const char *text) {
  int number = -1;
  pthread_mutex_lock(&lock);
  struct record *first = atomic_load(list), *found = first;
  while (found && atomic_load(&found->live)) found = found->next;
  int is_new = !found;
  if (is_new && (found = calloc(1, sizeof *found))) {
    found->next = first;
    found->number = first ? first->number + 1 : 0;
  }
  if (found) {
    size_t size = strlen(text) + 1;
    if (size > found->room) {
      char *larger = realloc(found->text, size);
      if (larger) {
        found->text = larger;
        found->room = size;
      }
    }
    if (size <= found->room) {
      memcpy(found->text, text, size);
      found->start = start;
      found->count = count;
      atomic_store(&found->live, 1);
      number = found->number;
    }
    if (is_new) atomic_store(list, found);
  }
  pthread_mutex_unlock(&lock);
  return number;
}

static void drop(_Atomic(struct record *) *list, int number) {
  for (struct record *at = atomic_load(list); at; at = at->next)
    if (at->number == number) atomic_store(&at->live, 0);
}

int landctl_remember(const char *path) { return keep(&files, NULL, 0, path); }
void landctl_forget(int number) { drop(&files, number); }
int landctl_map_begin(const void *start, size_t count, const char *name) {
  return keep(&maps, start, count, name);
}
void landctl_map_end(int number) { drop(&maps, number); }

static void say(const char *text) {
  if (text && write(STDERR_FILENO, text, strlen(text)) < 0) return;
}

static void remove_files(void) {
  for (struct record *at = atomic_load(&files); at; at = at->next)
    if (atomic_load(&at->live)) unlink(at->text);
}

// The file that an address was mapped from.
static const char *file_at(const void *address) {
  for (struct record *at = atomic_load(&maps); at; at = at->next) {
    uintptr_t start = (uintptr_t)at->start, place = (uintptr_t)address;
    // The last page of a file goes beyond its end.
    if (atomic_load(&at->live) && place >= start && place < start + at->count + 65536)
      return at->text;
  }
  return NULL;
}

static void handle(int number, siginfo_t *info, void *context) {
  // Several workers may meet the same fault; the first one speaks, the others wait for the end.
  static atomic_flag begun = ATOMIC_FLAG_INIT;
  static _Atomic(pthread_t) speaker;
  if (atomic_flag_test_and_set(&begun)) {
    // A second fault while speaking.
    if (pthread_equal(atomic_load(&speaker), pthread_self())) _exit(landctl_status_fault);
    while (1) pause();
  }
  atomic_store(&speaker, pthread_self());
  remove_files();
  const char *file = number == SIGBUS ? file_at(info->si_addr) : NULL;
  if (file) {
    say(text_head);
    say(file);
    say(text_changed);
    _exit(landctl_status_changed);
  }
  // Sent by somebody: it does what it always does.
  if (info->si_code == SI_USER) {
    signal(number, SIG_DFL);
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, number);
    raise(number);
    pthread_sigmask(SIG_UNBLOCK, &one, NULL);
    return;
  }
  if (limited) {
    say(text_memory);
    _exit(landctl_status_memory);
  }
  say(text_fault);
  struct sigaction *before = &earlier[number];
  if (before->sa_flags & SA_SIGINFO)
    before->sa_sigaction(number, info, context);
  else if (before->sa_handler != SIG_DFL && before->sa_handler != SIG_IGN)
    before->sa_handler(number);
  _exit(landctl_status_fault);
}

static void catch_one(int number) {
  struct sigaction now;
  memset(&now, 0, sizeof now);
  now.sa_sigaction = handle;
  now.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  sigemptyset(&now.sa_mask);
  sigaction(number, &now, &earlier[number]);
}

long long landctl_memory_limit(void) {
  struct rlimit space, data;
  if (getrlimit(RLIMIT_AS, &space) || getrlimit(RLIMIT_DATA, &data)) return -1;
  rlim_t least = space.rlim_cur < data.rlim_cur ? space.rlim_cur : data.rlim_cur;
  return least == RLIM_INFINITY || least > INT64_MAX ? -1 : (long long)least;
}

void landctl_catch_faults(const struct landctl_fault_texts *texts, int is_limited) {
  text_head = strdup(texts->head);
  text_changed = strdup(texts->changed);
  text_memory = strdup(texts->memory);
  text_fault = strdup(texts->fault);
  limited = is_limited;
  // A stack that has run out can hold no handler; the main thread gets another one for it, where
  // nobody has given it one.
  static char other[65536];
  stack_t stack = {.ss_sp = other, .ss_size = sizeof other}, found;
  if (sigaltstack(NULL, &found) == 0 && found.ss_flags & SS_DISABLE) sigaltstack(&stack, NULL);
  catch_one(SIGBUS);
  catch_one(SIGSEGV);
  catch_one(SIGABRT);
  catch_one(SIGILL);
  catch_one(SIGTRAP);
  catch_one(SIGFPE);
}
