import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Failure, say } from "./progress.mjs";

/** @typedef {{ uid?: number, gid?: number }} Account empty: the user who started Cairn */

/**
 * Postgres refuses to run as root, so root starts it as another user: the one who owns the data already, else "postgres".
 * @param {string} folder
 * @returns {Account}
 */
export function accountFor(folder) {
  if (process.getuid?.() !== 0) return {};
  const owner = existsSync(folder) ? statSync(folder) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findAccount("postgres") ?? createAccount("postgres");
}

/** @param {string} name */
function findAccount(name) {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** @param {string} name */
function createAccount(name) {
  say(`  Postgres may not run as root: creating the system user "${name}" for it.`);
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
  const account = findAccount(name);
  if (account) return account;
  throw new Failure(
    `Postgres may not run as root, and the user "${name}" could not be created.`,
    "Start Cairn as an ordinary user, or point DATABASE_URL at a Postgres of your own.",
  );
}

/**
 * The folder of programs as the account can run them. Under root the project can lie where others may not go (a clone
 * below /root), so they are copied to the system's cache.
 * @param {string} programs
 * @param {string} version
 * @param {Account} account
 */
export function runnablePrograms(programs, version, account) {
  if (canRun(programs, account)) return programs;
  const cache = join("/var/cache/cairn", `postgres-${version}`);
  const copy = join(cache, basename(programs));
  try {
    if (!canRun(copy, account)) {
      mkdirSync(dirname(cache), { recursive: true, mode: 0o755 });
      const unfinished = mkdtempSync(`${cache}-`);
      cpSync(dirname(programs), unfinished, { recursive: true, verbatimSymlinks: true });
      execFileSync("chmod", ["-R", "a+rX", unfinished]);
      rmSync(cache, { recursive: true, force: true });
      renameSync(unfinished, cache);
    }
    if (canRun(copy, account)) return copy;
  } catch {
    // Told below, as for a copy that cannot be run.
  }
  throw new Failure(
    `Postgres may not run as root, and the user it runs as can reach neither ${programs} nor ${cache}.`,
    "Put the project where every user may go (chmod a+x on the folders above it), or start Cairn as an ordinary user.",
  );
}

/**
 * @param {string} programs
 * @param {Account} account
 */
function canRun(programs, account) {
  return spawnSync(join(programs, "postgres"), ["--version"], { ...account, cwd: "/" }).status === 0;
}

/**
 * The name of the data folder as the account can use it. When a folder above may not be passed, the working directory
 * still can be: it is entered before root's rights are dropped, and this name leads straight to it.
 * @param {string} folder
 * @param {Account} account
 */
export function reachableName(folder, account) {
  const isReachable = spawnSync("test", ["-x", folder], { ...account, cwd: "/" }).status === 0;
  if (isReachable || process.platform !== "linux") return folder;
  return "/proc/self/cwd";
}
