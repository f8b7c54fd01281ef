# ./dev test: everything is built once, one Postgres serves all projects, a browser works beside them and a second one after them, the last line counts. Sourced by ./dev.

results=$tools/results

# count NAME PASSED FAILED SECONDS: tells it, and keeps it for the sum.
count() {
    echo "$2 $3" >>"$results/counts"
    printf '%-28s %6s passed %4s failed %5s s\n' "$1" "$2" "$3" "$4"
}

wants() {
    local name=$1 word
    shift
    [ $# = 0 ] && return
    for word in "$@"; do if [[ ${name,,} == *"${word,,}"* ]]; then return 0; fi; done
    return 1
}

run_tests() {
    local project name passed failed lane exit
    local -a projects=() browsers=()
    rm -rf "$results"
    mkdir -p "$results"
    for project in tests/*/*.csproj; do
        grep -qE '<IsTestProject>false' "$project" && continue
        name=$(basename "$(dirname "$project")")
        if wants "$name" "$@"; then projects+=("$name"); fi
    done
    lock_build
    build_tests "$@"
    unlock_build
    if wants Dashboard.E2E "$@" || wants browser "$@"; then
        fetch_counterparts
        prepare_browser
        begin_browser
    fi
    if [ ${#projects[@]} -gt 0 ]; then
        fetch_counterparts
        if [[ " ${projects[*]} " == *" Documents.Tests "* ]]; then install_pdf_judges; fi
        start_test_postgres
        for name in "${projects[@]}"; do test_project "$name"; done
        stop_test_postgres
    fi
    if wants Dashboard "$@"; then test_dashboard; fi
    if [ ${#browsers[@]} -gt 0 ]; then
        begin_browser # nothing else runs any more
        for lane in "${!browsers[@]}"; do
            exit=0
            wait "${browsers[lane]}" || exit=$?
            cat "$results/browser.$lane.out"
            [ $exit = 0 ] || count "Dashboard.E2E" 0 1 0
        done
    fi
    read -r passed failed < <(awk '{ p += $1; f += $2 } END { print p + 0, f + 0 }' "$results/counts" 2>/dev/null || echo "0 0")
    if [ $((passed + failed)) = 0 ]; then
        say "No test ran."
        failed=1
    fi
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}

build_tests() {
    local now
    require_sdk
    require_space 1500
    start_dashboard
    install_postgres
    now=$(product_stamp)
    say "Building product and tests…"
    in_background $logs/build.log dotnet build Billing.sln "${compile[@]}"
    finish "$child" $logs/build.log "The solution does not build."
    keep_stamp product "$now"
    finish_dashboard
}

# The mail server and the identity provider that some projects talk to.
fetch_counterparts() {
    require_node
    npm_ci tests/Counterparts >$logs/counterparts.log 2>&1 || fail "The packages of tests/Counterparts could not be fetched (log: $logs/counterparts.log)."
}

# The cluster lives as long as its standard input is open, so it ends with us however we end.
start_test_postgres() {
    [ -n "${BILLING_TEST_POSTGRES:-}" ] && return
    coproc CLUSTER { exec dotnet "$(output tests/Testing)"; }
    read -r BILLING_TEST_POSTGRES <&"${CLUSTER[0]}" || fail "The Postgres of the tests did not start."
    export BILLING_TEST_POSTGRES
    cluster_input=${CLUSTER[1]}
    cluster_process=$CLUSTER_PID
}
stop_test_postgres() {
    [ -n "${cluster_input:-}" ] || return 0
    exec {cluster_input}>&-
    wait "$cluster_process" || true
    unset BILLING_TEST_POSTGRES cluster_input
}

# limited SECONDS COMMAND…
limited() {
    if command -v timeout >/dev/null; then timeout -k 10 "$@"; else "${@:2}"; fi
}

test_project() {
    local name=$1 log=$results/$1.log begun=$SECONDS exit=0 summary total errors fails skipped
    limited 2400 dotnet "$(output "tests/$name")" -noLogo -noColor >"$log" 2>&1 </dev/null || exit=$?
    summary=$(grep -E 'Total: [0-9]+, Errors: [0-9]+' "$log" | tail -n 1)
    if [ -z "$summary" ]; then
        tail -n 25 "$log"
        say "$name ended without a result (exit code $exit; log: $log)."
        count "$name" 0 1 $((SECONDS - begun))
        return
    fi
    read -r total errors fails skipped < <(sed -E 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/' <<<"$summary")
    # Whatever failed is told here; what passed stays in the log.
    if [ $exit != 0 ] || [ $((errors + fails)) != 0 ]; then grep -vE '^ *(Discover|Starting|Finished)' "$log" | head -n 200; fi
    if [ $exit != 0 ] && [ $((errors + fails)) = 0 ]; then errors=1; fi
    count "$name" $((total - fails - skipped)) $((errors + fails)) $((SECONDS - begun))
}

test_dashboard() {
    local log=$results/dashboard.log begun=$SECONDS exit=0
    require_node
    npm_ci src/Dashboard >"$log" 2>&1 || fail "The dashboard's packages could not be fetched (log: $log)."
    if ! (cd src/Dashboard && npm run --silent lint) >"$results/types.log" 2>&1; then
        head -n 60 "$results/types.log"
        count "Dashboard, types" 0 1 $((SECONDS - begun))
    fi
    (cd src/Dashboard && limited 900 npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="../../$results/dashboard.json") >>"$log" 2>&1 </dev/null || exit=$?
    count_json "Dashboard" "$results/dashboard.json" "$exit" "$log" $((SECONDS - begun))
}

prepare_browser() {
    require_node
    install_chromium
    npm_ci tests/Dashboard.E2E >"$logs/browser.log" 2>&1 || fail "The browser tests' packages could not be fetched (log: $logs/browser.log)."
}

# begin_browser: one more lane takes those files of the browser tests that no lane has taken yet.
begin_browser() {
    local lane=${#browsers[@]}
    in_background "$results/browser.$lane.out" test_browser "$lane"
    browsers+=("$child")
}

# test_browser LANE: prints "N passed, N failed" last; tests/Dashboard.E2E/README.md says how the tests find the product.
test_browser() {
    local log=$results/browser.$1.log begun=$SECONDS exit=0 line
    mkdir -p "$results/claims"
    (cd tests/Dashboard.E2E && BILLING_E2E_CLAIMS=$PWD/../../$results/claims limited 3600 npm --silent test) >>"$log" 2>&1 </dev/null || exit=$?
    line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
    if [ -z "$line" ] || [ $exit != 0 ]; then grep -vE '^ *(✔|ℹ)' "$log" | tail -n 120 | grep -vE '^[0-9]+ passed, [0-9]+ failed$'; fi
    if [ -z "$line" ]; then line="0 passed, 1 failed"; elif [ $exit != 0 ] && [[ $line == *", 0 failed" ]]; then line="${line% passed*} passed, 1 failed"; fi
    read -r p _ f _ <<<"$line"
    count "Dashboard.E2E, lane $(($1 + 1))" "$p" "$f" $((SECONDS - begun))
}

# The one without windows where it can be had: it does a quarter less for the same page.
install_chromium() {
    command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || [ -n "${CHROMIUM:-}" ] && return
    debian_packages chromium "The browser tests need Chromium, or the name of one in CHROMIUM" chromium-headless-shell
}

# qpdf and Poppler's programs judge the PDFs that we write.
install_pdf_judges() {
    command -v qpdf >/dev/null && command -v pdftotext >/dev/null && return
    debian_packages pdf "The tests of Documents need qpdf and Poppler" qpdf poppler-utils
}

# count_json NAME FILE EXIT LOG SECONDS: vitest's JSON report.
count_json() {
    local numbers p f
    numbers=$(node -e 'const r = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log(r.numPassedTests, r.numFailedTests + r.testResults.filter(t => t.status === "failed" && t.assertionResults.length === 0).length)' "$2" 2>/dev/null || echo "0 1")
    read -r p f <<<"$numbers"
    if [ "$3" != 0 ]; then grep -vE '^ *✓' "$4" | tail -n 60; fi
    if [ "$3" != 0 ] && [ "$f" = 0 ]; then f=1; fi
    count "$1" "$p" "$f" "$5"
}
