#!/bin/sh
# Makes a Debian package of the program: the same bytes from the same program and commit.
#
#   tools/deb.sh PROGRAM FOLDER               prints the path of the package, in FOLDER
set -eu
umask 022
program=$1 out=$2
cd "$(dirname "$0")/.."
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH="$epoch" LC_ALL=C TZ=UTC
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# mktemp makes folders for oneself alone; this one becomes the root of the package.
root=$work/root
mkdir -p "$root/DEBIAN" "$work/debian"

tools/install.sh "$program" "$root" /usr

doc=$root/usr/share/doc/landctl
mv "$doc/CHANGELOG.md" "$doc/changelog"
gzip -9n "$doc/changelog"
find "$root/usr/share/man" -name '*.1' -exec gzip -9n {} +
cat >"$doc/copyright" <<TEXT
landctl is made by the landctl developers. Its sources state no licence.

Linked into the program: the run-time library of Swift (Apache-2.0 with Runtime Library Exception) and
the packages whose terms stand in licences/. GEOS, PROJ, SQLite, libxlsxwriter and others are packages
of their own.

Data in /usr/share/landctl/examples: origin and terms of each are in the ORIGIN.md beside it.
TEXT

# What the program is linked with, by package and least version.
printf 'Source: landctl\n\nPackage: landctl\nArchitecture: any\n' >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O root/usr/bin/landctl 2>/dev/null |
  sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ] || { echo "dpkg-shlibdeps names no packages" >&2; exit 1; }

version=$("$program" --version | sed 's/.* //')
architecture=$(dpkg --print-architecture)
cat >"$root/DEBIAN/control" <<TEXT
Package: landctl
Version: $version
Architecture: $architecture
Maintainer: landctl developers <landctl@localhost>
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: $depends, proj-data
Recommends: gdal-bin
Suggests: chromium, fonts-noto-cjk, libreoffice-calc, librsvg2-bin, pandoc, xdg-utils
Section: science
Priority: optional
Description: audit of land parcels for China's development zones
 Checks boundaries, measures areas, density and plot ratio, and follows idle
 land from suspicion to disposal by the rules in force. Every figure can be
 followed back to an input, a formula and a clause.
TEXT
(cd "$root" && find usr -type f | sort | xargs md5sum) >"$root/DEBIAN/md5sums"

find "$root" -exec touch --no-dereference --date="@$epoch" {} +
mkdir -p "$out"
package=$out/landctl_${version}_$architecture.deb
# One thread: with several the blocks of xz depend on their number.
dpkg-deb --root-owner-group --threads-max=1 -Zxz --build "$root" "$package" >/dev/null
echo "$package"
