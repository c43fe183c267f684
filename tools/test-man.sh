#!/bin/sh
# Reads all manual pages with groff and man: neither may warn, and every command has its page in both
# languages with the sections that a page has.
#
#   tools/test-man.sh PROGRAM
set -eu
program=$1
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 MANWIDTH=80 SOURCE_DATE_EPOCH=0

tools/manpages.py --landctl "$program" --output "$work/man"
tools/manpages.py --landctl "$program" --output "$work/again"
diff -r "$work/man" "$work/again"

pages=0
for page in "$work"/man/man1/*.1 "$work"/man/zh_CN/man1/*.1; do
  groff -Kutf8 -man -Tutf8 -ww "$page" >/dev/null 2>"$work/warnings"
  man --warnings -l "$page" >"$work/text" 2>>"$work/warnings"
  if [ -s "$work/warnings" ]; then cat "$work/warnings" >&2; exit 1; fi
  case $page in
    */zh_CN/*) sections="名称 概要 描述 选项 退出状态 参见" ;;
    *) sections="NAME SYNOPSIS DESCRIPTION OPTIONS EXIT SEE" ;;
  esac
  for section in $sections; do
    grep -q "^$section" "$work/text" || { echo "$page: no $section" >&2; exit 1; }
  done
  pages=$((pages + 1))
done
# One for the program and one for each command, which are as many as it says itself.
commands=$("$program" --experimental-dump-help | grep -c '"commandName" : "[^"]*"')
helps=$("$program" --experimental-dump-help | grep -c '"commandName" : "help"' || true)
[ "$pages" -eq $(((commands - helps) * 2)) ] || { echo "$pages pages, $commands commands" >&2; exit 1; }
grep -q "[0-9] MB$" "$work/man/man1/landctl-audit.1" || { echo "audit: no memory" >&2; exit 1; }
echo "$pages manual pages, no warnings"
