import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { keepRunning, runToEnd } from "./child.mjs";
import { openLog } from "./log-file.mjs";
import { Failure, say, step } from "./progress.mjs";
import { applicationEnvironment, commandArguments, root } from "./project.mjs";
import { secret, signingKey } from "./secret.mjs";

/**
 * @typedef {object} SiteOptions
 * @property {import("./servers.mjs").Servers} servers
 * @property {string} dataDir
 * @property {number} port
 * @property {boolean} [watch] for developers: next dev, and a worker that starts again when its files change
 * @property {(line: string) => void} [log]
 */

/**
 * Brings the database up to date, and fills it with the demonstration when it is empty and not told otherwise. Needs no build, so it can run beside one.
 * @param {SiteOptions} options
 */
export async function prepareData({ servers, dataDir, port, log = say }) {
  const env = siteEnvironment(servers, port, dataDir);
  const asOwner = { ...env, MIGRATION_DATABASE_URL: servers.databaseUrl };
  await step("Preparing the database", () => runCommand("prepare", asOwner, dataDir, log), log);
}

/**
 * Starts the worker and the web server; whoever calls stops them, ready or not.
 * @param {SiteOptions} options
 */
export function startSite({ servers, dataDir, port, watch = false, log = say }) {
  const env = siteEnvironment(servers, port, dataDir);
  const url = `http://localhost:${port}`;
  const worker = keepRunning(
    {
      name: "worker",
      command: process.execPath,
      args: [...(watch ? ["--watch"] : []), ...commandArguments("worker")],
      options: { cwd: root, env: { ...env, NODE_ENV: watch ? "development" : "production" } },
    },
    dataDir,
    log,
  );
  const web = keepRunning(
    {
      name: "web",
      command: process.execPath,
      // By name and not by number: next-intl rewrites to localhost, and with -H 127.0.0.1 that is another host, for ever.
      args: watch ? ["node_modules/next/dist/bin/next", "dev", "-p", String(port), "-H", "localhost"] : [join("bin", "web.mjs")],
      // Where the name has two addresses, people who type 127.0.0.1 must be answered too.
      options: { cwd: root, env: { ...env, NODE_ENV: undefined, NODE_OPTIONS: ipv4First() } },
      // A second more than bin/web.mjs leaves the requests under way.
      patience: 6000,
    },
    dataDir,
    log,
  );
  const stop = async () => {
    await Promise.all([web.stop(), worker.stop()]);
  };
  return { url, stop, ready: () => step("Starting the site", () => untilReady(url, web), log) };
}

function ipv4First() {
  return `${process.env.NODE_OPTIONS ?? ""} --dns-result-order=ipv4first`.trim();
}

/**
 * @param {import("./servers.mjs").Servers} servers
 * @param {number} port
 * @param {string} dataDir
 */
function siteEnvironment(servers, port, dataDir) {
  const env = applicationEnvironment(servers);
  return {
    ...env,
    PORT: String(port),
    BASE_URL: env.BASE_URL ?? `http://localhost:${port}`,
    AUTH_SECRET: env.AUTH_SECRET ?? secret(join(dataDir, "auth-secret")),
    LOG_SIGNING_KEY: env.LOG_SIGNING_KEY ?? signingKey(join(dataDir, "log-signing-key")),
    SIGNING_KEY: env.SIGNING_KEY ?? signingKey(join(dataDir, "signing-key")),
  };
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @param {string} dataDir
 * @param {(line: string) => void} log
 */
async function runCommand(name, env, dataDir, log) {
  const logFile = join(dataDir, "logs", `${name}.log`);
  const output = openLog(logFile);
  const options = { cwd: root, env, stdio: /** @type {["ignore", "pipe", "pipe"]} */ (["ignore", "pipe", "pipe"]) };
  const code = await runToEnd(process.execPath, commandArguments(name), options, (child) => {
    output.follow(child, (line) => log(`    ${line}`));
  });
  await output.close();
  if (code !== 0)
    throw new Failure(`The command ${name} failed (exit code ${code}).`, "Read the message above; the data is kept.", logFile);
}

/**
 * @param {string} url
 * @param {ReturnType<typeof keepRunning>} web
 */
async function untilReady(url, web) {
  const until = performance.now() + 120_000;
  let seen = "it did not answer";
  while (performance.now() < until) {
    try {
      const answer = await fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(30_000) });
      if (answer.status === 200) return;
      seen = `it answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`;
    } catch {
      // Not listening yet.
    }
    if (web.isStopping) throw new Failure("The web server was stopped before it was ready.");
    if (web.deaths > 0) throw new Failure("The web server does not start.", "Read the message above.", web.logFile);
    await pause(150);
  }
  throw new Failure(`The site was not ready within two minutes: ${seen}.`, "Read the message above.", web.logFile);
}
