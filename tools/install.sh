#!/bin/sh
# Puts the program, its completions, manual pages, documents and example data in place.
#
#   tools/install.sh PROGRAM ROOT PREFIX      ROOT may be empty; files go below ROOT/PREFIX
set -eu
umask 022
program=$1 root=$2 prefix=$3
cd "$(dirname "$0")/.."
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
share=$root$prefix/share

put() { install -D -m 644 "$1" "$2"; }

# Without its table of symbols the program is a third smaller and does the same.
cp "$program" "$here/landctl"
if command -v strip >/dev/null 2>&1; then strip --strip-unneeded "$here/landctl"; fi
install -D -m 755 "$here/landctl" "$root$prefix/bin/landctl"

for shell in bash zsh fish; do "$program" --generate-completion-script $shell >"$here/$shell"; done
put "$here/bash" "$share/bash-completion/completions/landctl"
put "$here/fish" "$share/fish/vendor_completions.d/landctl.fish"
# Debian's zsh looks for what packages bring in a folder of its own.
case $prefix in
  /usr) put "$here/zsh" "$share/zsh/vendor-completions/_landctl" ;;
  *) put "$here/zsh" "$share/zsh/site-functions/_landctl" ;;
esac

python3 tools/manpages.py --landctl "$program" --output "$here/man"
(cd "$here/man" && find . -name '*.1') | sort | while read -r page; do
  put "$here/man/$page" "$share/man/${page#./}"
done

doc=$share/doc/landctl
for file in README.md README.zh.md CHANGELOG.md; do put $file "$doc/$file"; done
find docs -name '*.md' | sort | while read -r file; do put "$file" "$doc/$file"; done
# What is linked in, with its terms. The packages lie there since the program was built.
for folder in .build/checkouts/*; do
  for file in "$folder"/LICENSE* "$folder"/NOTICE*; do
    [ -f "$file" ] || continue
    name=$(basename "$file")
    put "$file" "$doc/licences/$(basename "$folder")-${name%.*}.txt"
  done
done

examples=$share/landctl/examples
for file in places/bubenec_plots.geojson places/bubenec_buildings.geojson places/ORIGIN.md \
  zone/parcels.geojson zone/buildings.geojson zone/zones.geojson zone/contracts.csv zone/ORIGIN.md; do
  put "fixtures/$file" "$examples/$file"
done
# The zone of docs/tutorial.md, without the programs that made it.
find fixtures/expansion -type f ! -name '*.py' | sort | while read -r file; do
  put "$file" "$examples/${file#fixtures/}"
done
