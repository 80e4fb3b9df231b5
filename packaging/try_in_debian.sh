#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tries the two commands of the README in a minimal Debian 12 that has Python and nothing else.
#
#   sudo packaging/try_in_debian.sh FOLDER
#
# FOLDER is made anew, or used again when it already holds such a system (the checkout in it is
# replaced). The mirror is the one this machine's apt uses for the same release; MIRROR overrides
# it. Proxy and pip index settings are handed on by environment variables only.
set -euo pipefail

root=$(realpath -m "${1:?usage: try_in_debian.sh FOLDER}")
here=$(cd "$(dirname "$0")/.." && pwd)
release=bookworm
unset PYTHONPATH PYTHONHOME

if [ "$(id -u)" != 0 ]; then
    echo "try_in_debian.sh: must run as root (debootstrap and chroot)" >&2
    exit 2
fi

mounted=()
leave() {
    for ((i = ${#mounted[@]} - 1; i >= 0; i--)); do umount "${mounted[i]}" || true; done
}
trap leave EXIT

attach() {
    mkdir -p "$root$2"
    mount -t "$1" "$1" "$root$2"
    mounted+=("$root$2")
}

seconds() {
    local name=$1 begun ended code=0
    shift
    begun=$(date +%s.%N)
    "$@" || code=$?
    ended=$(date +%s.%N)
    figures+=("$(awk -v a="$begun" -v b="$ended" -v n="$name" -v c="$code" \
        'BEGIN { printf "%-42s %8.2f s  exit %d", n, b - a, c }')")
    return 0
}
figures=()

# The mirrors that apt here uses for this release: "main" first, its updates after it.
sources=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' 2>/dev/null |
    awk -v r="$release" 'index($2, r) == 1' | sort -u || true)
mirror=${MIRROR:-$(awk -v r="$release" '$2 == r { print $1; exit }' <<<"$sources")}

if [ ! -x "$root/usr/bin/dpkg" ]; then
    mkdir -p "$root"
    # Without a mirror, debootstrap takes its own default.
    seconds "debootstrap --variant=minbase" \
        debootstrap --variant=minbase "$release" "$root" ${mirror:+"$mirror"} >"$root.debootstrap.log"
    [ -x "$root/usr/bin/dpkg" ] || { tail -n 5 "$root.debootstrap.log" >&2; exit 1; }
fi

if [ -n "$sources" ]; then
    awk '{ print "deb", $1, $2, "main" }' <<<"$sources" >"$root/etc/apt/sources.list"
fi
apt-config dump | grep -E '^Acquire::(Check-|[a-z]+::(Proxy|Verify-))' \
    >"$root/etc/apt/apt.conf.d/90host" || true
[ ! -e /etc/resolv.conf ] || cat /etc/resolv.conf >"$root/etc/resolv.conf"

# What a person's machine would have in its environment: a home, a locale, and how to reach out.
handed=(HOME=/root LANG=C.UTF-8 "PATH=/usr/sbin:/usr/bin:/sbin:/bin" TERM=dumb)
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY PIP_INDEX_URL \
    PIP_EXTRA_INDEX_URL PIP_TRUSTED_HOST PIP_PROXY PIP_DEFAULT_TIMEOUT; do
    [ -z "${!name:-}" ] || handed+=("$name=${!name}")
done
if [ -z "${PIP_INDEX_URL:-}" ]; then
    index=$(pip config get global.index-url 2>/dev/null || true)
    [ -z "$index" ] || handed+=("PIP_INDEX_URL=$index")
fi
authorities=${PIP_CERT:-${REQUESTS_CA_BUNDLE:-${SSL_CERT_FILE:-}}}
if [ -n "$authorities" ]; then
    mkdir -p "$root/usr/local/share"
    cat "$authorities" >"$root/usr/local/share/authorities.crt"
    handed+=(PIP_CERT=/usr/local/share/authorities.crt)
fi
within() { chroot "$root" env -i "${handed[@]}" "$@"; }

attach proc /proc
attach sysfs /sys
attach devpts /dev/pts
attach tmpfs /dev/shm

within apt-get -qq update
within env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install --no-install-recommends -y python3 >/dev/null
echo "packages before: $(within dpkg-query -f '.\n' -W | wc -l); $(within python3 --version)"

# What git tracks, and new files it does not ignore: the checkout as a newcomer would have it.
rm -rf "${root:?}/home/teduh"
mkdir -p "$root/home/teduh"
(cd "$here" && git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' name; do [ ! -e "$name" ] || printf '%s\0' "$name"; done |
    tar --null --no-recursion -T - -cf -) | tar -C "$root/home/teduh" --no-same-owner -xf -

start=(within python3 /home/teduh/start.py)
seconds "first start.py --version (whole set-up)" "${start[@]}" --version
seconds "second start.py --version" "${start[@]}" --version
seconds "bare .venv/bin/teduh --version" within /home/teduh/.venv/bin/teduh --version
seconds "start.py test" "${start[@]}" test
seconds "start.py (no display: tour)" "${start[@]}"

echo "packages after: $(within dpkg-query -f '.\n' -W | wc -l)"
du -sm "$root/home/teduh/.venv" "$root/root/.cache" 2>/dev/null || true
printf '%s\n' "${figures[@]}"
! printf '%s\n' "${figures[@]}" | grep -qv 'exit 0$'
