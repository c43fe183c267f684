#!/bin/sh
# Installs a package in a clean Debian 12, made for it, and works with it there. Needs root, debootstrap
# and the mirror of this machine.
#
#   tools/test-deb.sh PACKAGE
set -eu
package=$1
suite=bookworm
mirror=${MIRROR:-$(sed -n 's/^URIs: *\([^ ]*debian\) *$/\1/p; s/^deb  *\(\[[^]]*\] *\)\{0,1\}\([^ ]*debian\)\/\{0,1\} .*/\2/p' \
  /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)}
root=$(mktemp -d)
chmod 755 "$root"
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf --one-file-system "$root"' EXIT

[ -n "$mirror" ] || { echo "no mirror in /etc/apt/sources.list*: say MIRROR=" >&2; exit 1; }

echo "== A clean $suite from $mirror"
debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 || {
  tail "$root.log" >&2
  exit 1
}
rm -f "$root.log"
mount -t proc proc "$root/proc"
cp "$package" "$root/landctl.deb"
# No service starts in a root that runs no system.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"

inside() {
  chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"
}

echo "== apt-get install landctl.deb, and what it depends on"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends man-db /landctl.deb >/dev/null 2>&1
inside dpkg --status landctl | sed -n '/^Status/p; /^Depends/p'
[ -z "$(inside dpkg --verify landctl)" ]

echo "== It works, though nothing optional is there"
inside landctl --version
inside landctl doctor
examples=/usr/share/landctl/examples
inside landctl audit $examples/places/bubenec_plots.geojson \
  --buildings $examples/places/bubenec_buildings.geojson --as-of 2025-06-30 --output /out/bubenec |
  head -n 8
inside landctl audit $examples/zone/parcels.geojson --buildings $examples/zone/buildings.geojson \
  --zones $examples/zone/zones.geojson --contracts $examples/zone/contracts.csv \
  --as-of 2025-06-30 --output /out/zone | tail -n 1
[ -s "$root/out/zone/parcels.csv" ] && [ -s "$root/out/bubenec/report.html" ]

echo "== Its manual is found, in both languages"
inside man -w landctl-audit
# The locale itself is not installed there, which man mentions; the page is found all the same.
inside man -w -L zh_CN landctl-audit 2>/dev/null
inside bash -n /usr/share/bash-completion/completions/landctl

echo "== It leaves nothing behind"
inside dpkg --purge landctl >/dev/null
left=$(find "$root/usr" -iname '*landctl*')
[ -z "$left" ] || { echo "left: $left" >&2; exit 1; }
echo "the package holds"
