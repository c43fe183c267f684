#!/usr/bin/env bash
# Runs a command under a sanitizer: tools/sanitized.sh address|leaks|thread COMMAND...
#
# What is left out of the reports stands in tools/sanitizers, each line with its reason. What is found in a
# program that the tests start ends it with a status of its own, so that its test fails. Leaks are
# looked for in the tests' own process only: a program that ends by `exit` need not free what it holds.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
leaks=0
[ "$1" = leaks ] && leaks=1
export LANDCTL_SANITIZER=$1
# Every round is five to twenty times as slow.
rounds=0.1
[ "$1" = thread ] && rounds=0.02
export LANDCTL_ROUNDS=${LANDCTL_ROUNDS:-$rounds}
shift
export ASAN_OPTIONS="detect_leaks=$leaks:detect_stack_use_after_return=0:allocator_may_return_null=1"
# Deep enough to show which global something was made for.
[ "$leaks" = 1 ] && ASAN_OPTIONS+=":malloc_context_size=100"
export LSAN_OPTIONS="suppressions=$here/sanitizers/leaks.txt:print_suppressions=0:exitcode=23"
export TSAN_OPTIONS="suppressions=$here/sanitizers/threads.txt:exitcode=66:history_size=4"
export SWIFT_BACKTRACE=enable=no
exec "$@"
