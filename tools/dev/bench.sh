# ./dev bench: the yardsticks that it needs beside the SDK. Sourced by ./dev.

install_yardsticks() {
    command -v wrk >/dev/null || debian_packages wrk "The load over HTTP comes from wrk" wrk
    ls /usr/lib/postgresql/*/bin/pgbench >/dev/null 2>&1 || command -v pgbench >/dev/null || debian_packages pgbench "The store is measured beside pgbench" postgresql
}
