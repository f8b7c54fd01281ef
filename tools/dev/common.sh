# What every part of ./dev needs: one clear sentence on failure, children that end with us, stamps.

say() { printf '%s\n' "$*"; }

children=()
# Each child leads a process group of its own, so that its children end with it.
end_children() { for child in "${children[@]:-}"; do [ -z "$child" ] || kill -- "-$child" 2>/dev/null || true; done; }

fail() {
    end_children
    printf '%s\n' "$*" >&2
    exit 1
}

tools=.tools
logs=$tools/logs
mkdir -p $tools/stamps $logs 2>/dev/null || fail "$PWD cannot be written: use a clone of your own, or free some space."

trap 'end_children; exit 130' INT
trap 'end_children; exit 143' TERM HUP

# in_background LOG COMMAND…: starts it and leaves its number in $child.
in_background() {
    local log=$1
    shift
    set -m
    "$@" >"$log" 2>&1 </dev/null &
    child=$!
    set +m
    children+=("$child")
}

# finish CHILD LOG WHAT: waits for it and ends what it left behind; when it failed, says what of its log tells.
finish() {
    local exit=0
    wait "$1" || exit=$?
    kill -- "-$1" 2>/dev/null || true
    [ $exit != 0 ] || return 0
    if grep -qiE 'no space left|disk full|not enough space|ENOSPC' "$2"; then fail "The disk is full: free some space and start again."; fi
    { grep -E 'error|ERR!|Error:' "$2" || tail -n 12 "$2"; } | awk '!seen[$0]++' | head -n 12 >&2
    end_children
    fail "$3 (whole log: $2)"
}

# stamp PATH…: changes when any file below changes, appears or goes.
stamp() {
    find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -print0 2>/dev/null | xargs -0 cksum | sort | cksum
}
stamped() { [ "$(cat "$tools/stamps/$1" 2>/dev/null)" = "$2" ]; }
keep_stamp() { printf '%s\n' "$2" >"$tools/stamps/$1"; }

require_sdk() {
    command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing: install the package dotnet-sdk-10.0 (https://dot.net)."
    dotnet --list-sdks | grep -q '^1[0-9]\.' || fail "The .NET 10 SDK is missing (here: $(dotnet --list-sdks | cut -d' ' -f1 | tail -n1 | grep . || echo none)): install the package dotnet-sdk-10.0 (https://dot.net)."
}

require_node() {
    command -v node >/dev/null && command -v npm >/dev/null || fail "Node and npm are missing: install Node 20.19 or newer (https://nodejs.org)."
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
        fail "Node $(node --version) is too old: install Node 20.19 or newer (https://nodejs.org)."
}

# debian_packages LOG WHY PACKAGE…: fetches programs from Debian, as root; who is not, or has another system, is told what to install for what.
debian_packages() {
    local log=$logs/$1.log why=$2
    shift 2
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail "$why: install $* (apt-get install $*)."
    say "Installing $*…"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >>"$log" 2>&1 || fail "$* could not be installed (log: $log)."
}

# require_space MEGABYTES
require_space() {
    local free
    free=$(df -Pk . | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free" -ge "$1" ] || fail "The disk is full: $free MB are free and $1 MB are needed below $PWD."
}

require_free_port() {
    [[ $1 =~ ^[0-9]{1,5}$ ]] || fail "PORT is '$1'; it must be a number such as 5080."
    if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then fail "Port $1 is taken by another program: stop it, or choose another port with PORT=$(($1 + 1)) ./dev run."; fi
}

# One build at a time in one clone.
lock_build() {
    local holder
    require_space 20
    until mkdir $tools/building 2>/dev/null; do
        holder=$(cat $tools/building/pid 2>/dev/null || true)
        if [ -n "$holder" ] && kill -0 "$holder" 2>/dev/null; then fail "Another ./dev builds in this clone just now (process $holder): wait for it."; fi
        rm -rf $tools/building
    done
    echo $$ >$tools/building/pid
    trap 'rm -rf $tools/building' EXIT
}
unlock_build() {
    rm -rf $tools/building
    trap - EXIT
}
