# Shared by web/serve and tests/run: readable progress, and installing what a part needs and this machine lacks.
# Sourced by bash with the repository as the current folder.

log_folder=build/logs
mkdir -p "$log_folder"

# step "What happens" log-name command...: one line with how long it took; when it fails, the end of its log and the log's name.
step() {
  local title=$1 log="$log_folder/$2.log" started=$SECONDS status=0
  shift 2
  printf '%s ... ' "$title"
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" -eq 0 ]; then
    printf '%d s\n' $((SECONDS - started))
  else
    printf 'failed after %d s\n' $((SECONDS - started))
    tail -n 20 "$log" | sed 's/^/    /'
    printf 'All of it is in %s\n' "$log"
  fi
  return "$status"
}

has_command() { command -v "$1" >/dev/null 2>&1; }

has_python_module() {
  local python
  for python in python3 /usr/bin/python3; do
    if "$python" -c "import $1" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}

# Needs are written package=test, where the test is a command, a file (with a slash), a python module (python:name) or
# "package": files and packages are looked at on Debian only, elsewhere CMake fetches what is missing.
is_there() {
  case $2 in
    python:*) has_python_module "${2#python:}" ;;
    */*) ! has_command apt-get || compgen -G "$2" >/dev/null ;;
    package) ! has_command apt-get || dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii' ;;
    *) has_command "$2" ;;
  esac
}

page_needs="emscripten=emcc cmake=cmake ninja-build=ninja nodejs=node npm=npm python3-fonttools=python:fontTools
  nlohmann-json3-dev=/usr/include/nlohmann/json.hpp libexpected-dev=/usr/include/tl/expected.hpp libxxhash-dev=/usr/include/xxhash.h
  xz-utils=xz ca-certificates=/etc/ssl/certs/ca-certificates.crt debian-archive-keyring=/usr/share/keyrings/debian-archive-keyring.gpg"
test_needs="doctest-dev=/usr/include/doctest/doctest.h"
native_needs="g++=g++ libssl-dev=/usr/include/openssl/evp.h clang=clang++ libclang-rt-dev=package"
browser_needs="chromium=chromium firefox-esr=firefox-esr webkit2gtk-driver=WebKitWebDriver xvfb=Xvfb
  python3-gi=python:gi gir1.2-webkit2-4.1=/usr/lib/*/girepository-1.0/WebKit2-4.1.typelib
  libgl1-mesa-dri=package fonts-dejavu-core=package"

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

install_with_apt() {
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get -q update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "$@"
}

# ensure_packages needs: installs the Debian packages whose test fails.
ensure_packages() {
  local need missing=()
  for need in $1; do
    is_there "${need%%=*}" "${need#*=}" || missing+=("${need%%=*}")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! has_command apt-get; then
    echo "These are missing here (names of Debian's packages): ${missing[*]}"
    echo "README.md says what to install on other systems."
    return 1
  fi
  if [ "$(id -u)" -ne 0 ] && ! has_command sudo; then
    echo "As root, run: apt-get install --no-install-recommends ${missing[*]}"
    return 1
  fi
  step "Installing ${missing[*]}" packages install_with_apt "${missing[@]}"
}

# The packages of package-lock.json, installed again only when that file changed.
ensure_node_modules() {
  local stamp=node_modules/.planner-stamp wanted
  wanted=$(sha256sum package-lock.json)
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return 0
  step "Installing the npm packages" npm npm ci --ignore-scripts --no-audit --no-fund
  printf '%s' "$wanted" >"$stamp"
}

ensure_imgui() {
  if [ -f build/deps/imgui/imgui.h ] || ! has_command apt-get; then return 0; fi
  step "Fetching Dear ImGui" dear-imgui web/setup/dear_imgui.sh
}

# build_preset name title [target...]
build_preset() {
  local preset=$1 title=$2
  shift 2
  if [ ! -f "build/$preset/build.ninja" ]; then
    step "Configuring: $title" "configure-$preset" cmake --preset "$preset"
  fi
  step "Building: $title" "build-$preset" cmake --build "build/$preset" --parallel "$(nproc)" ${1:+--target "$@"}
}
