# What src/run and tests/run share: the packages and the build. Sourced by bash.
# SPDX-License-Identifier: GPL-3.0-or-later

# What Debian calls the things the program is built from and needs when it runs.
build_packages=(
  gcc pkg-config meson ninja-build gettext desktop-file-utils
  libglib2.0-dev libgtk-4-dev libadwaita-1-dev libsqlite3-dev libcmark-dev libjson-glib-dev
  libpoppler-glib-dev libqpdf-dev libxml2-dev libxml2-utils libarchive-dev libical-dev libgit2-dev libenchant-2-dev
  hyphen-de hunspell-de-de fonts-liberation adwaita-icon-theme librsvg2-common
)

# What the tests need beside them.
test_packages=(
  xvfb x11-xkb-utils libxtst-dev dbus at-spi2-core libatspi2.0-dev appstream locales poppler-utils qpdf
  python3 python3-jsonschema python3-icalendar
)

# The same by what a compiler and a shell see, where there is no dpkg to ask.
build_commands=(cc pkg-config meson ninja msgfmt)
build_modules=(gtk4 libadwaita-1 sqlite3 libcmark json-glib-1.0 poppler-glib libqpdf libxml-2.0 libarchive libical libgit2 enchant-2)
test_commands=(Xvfb dbus-run-session desktop-file-validate appstreamcli pdftotext qpdf python3)
test_modules=(atspi-2 xtst)

die ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# missing_packages PACKAGE…: those dpkg does not have.
missing_packages ()
{
  local package

  for package; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed* ]] || echo "$package"
  done
}

# missing_parts build|test: commands and libraries that are not there.
missing_parts ()
{
  local -n commands=$1_commands modules=$1_modules
  local part

  for part in "${commands[@]}"; do
    command -v "$part" >/dev/null || echo "$part"
  done
  for part in "${modules[@]}"; do
    pkg-config --exists "$part" 2>/dev/null || echo "$part"
  done
}

# ensure_packages build|test: installs what is missing; asks apt only when something is.
ensure_packages ()
{
  local -n packages=$1_packages
  local missing log sudo=()

  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    mapfile -t missing < <(missing_parts "$1")
    [[ ${#missing[@]} -eq 0 ]] && return
    die "this system has no apt. Please install what provides: ${missing[*]}
On Debian 12 these packages do: ${packages[*]}"
  fi

  mapfile -t missing < <(missing_packages "${packages[@]}")
  [[ ${#missing[@]} -eq 0 ]] && return

  if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null \
      || die "please run as root: apt-get install --no-install-recommends ${missing[*]}"
    sudo=(sudo)
  fi

  echo "Installing ${missing[*]} …" >&2
  log=$(mktemp)
  # A list that cannot be refreshed may still be good enough to install from.
  "${sudo[@]}" apt-get update >"$log" 2>&1 || true
  if ! "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
       apt-get install --yes --no-install-recommends "${missing[@]}" >>"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    die "could not install ${missing[*]}"
  fi
  rm -f "$log"
}

# quietly COMMAND…: its output on stderr, and only when it fails.
quietly ()
{
  local log status=0

  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || status=$?
  [[ $status -eq 0 ]] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

# build TOP DIRECTORY [MESON OPTION…]: configures when new or when the options are others now (none: they stay), compiles what changed, installs
# that into DIRECTORY/inst, where the program finds its translations, schema and icons. One at a time.
build ()
(
  local top=$1 build=$2 stamp=$2/installed
  shift 2

  # A build directory knows its own place: one that was moved begins anew.
  if [[ -e $build/place && $(<"$build/place") != "$build" ]]; then
    rm -rf -- "$build"
  fi
  mkdir -p -- "$build"
  exec 9>"$build/lock"
  flock 9

  if [[ ! -e $build/build.ninja ]]; then
    echo "Building in ${build#"$top"/} …" >&2
    quietly meson setup "$build" "$top" --prefix "$build/inst" "$@" || die "could not configure"
    printf '%s\n' "$build" >"$build/place"
  elif [[ $# -gt 0 && $(cat -- "$build/options" 2>/dev/null) != "$*" ]]; then
    quietly meson configure "$build" "$@" || die "could not configure"
  fi
  [[ $# -eq 0 ]] || printf '%s' "$*" >"$build/options"

  quietly ninja -C "$build" || die "could not build"

  # Neither a compiled file nor one that is only copied is newer: nothing to install.
  if [[ ! -e $stamp || $build/.ninja_log -nt $stamp || -n $(find "$top/data" -newer "$stamp" -print -quit) ]]; then
    touch "$stamp.new"
    quietly meson install -C "$build" --no-rebuild --only-changed || die "could not install into $build/inst"
    mv -f -- "$stamp.new" "$stamp"
  fi
)

# use_build DIRECTORY: what runs from here on finds what was installed there.
use_build ()
{
  export XDG_DATA_DIRS="$1/inst/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
}
