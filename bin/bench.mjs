import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { onProjectNode } from "./bootstrap.mjs";

const parts = [
  "truth",
  "load",
  "suggest",
  "publish",
  "suspend",
  "import",
  "register",
  "log",
  "statistics",
  "sizes",
  "lighthouse",
  "relevance",
  "cases",
];
/** Those that ask the site; the others only need the servers. */
const ofTheSite = ["load", "suggest", "publish", "suspend", "sizes", "lighthouse", "cases"];
/** Those that have documents of their own and no use for the national set. */
const withoutTheSet = ["relevance"];

const usage = `npm run bench [-- part …] [--offerings 50000] [--seconds 30] [--data folder] [--show]
  parts: ${parts.join(", ")} (all of them unless some are named)
  --data keeps the servers' data in a folder and uses what is there; otherwise all is removed at the end
  --show lists what the searches that "relevance" does worst at find`;

await onProjectNode(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      offerings: { type: "string", default: "50000" },
      seconds: { type: "string", default: "30" },
      data: { type: "string" },
      show: { type: "boolean", default: false },
    },
  });
  const { Failure } = await import("./progress.mjs");
  const unknown = positionals.filter((part) => !parts.includes(part));
  if (unknown.length > 0) throw new Failure(`There is no part "${unknown[0]}".`, usage);
  const wanted = positionals.length > 0 ? positionals : parts;
  await measure(wanted, values);
}, "tools");

/**
 * Starts servers of its own, fills them, and runs the parts one after the other, each in a process of its own.
 * @param {string[]} wanted
 * @param {{ offerings: string, seconds: string, data?: string | undefined, show: boolean }} options
 */
async function measure(wanted, { offerings, seconds, data, show }) {
  const { ensureBuilt } = await import("./build.mjs");
  const { runToEnd } = await import("./child.mjs");
  const { findChromium } = await import("./chromium.mjs");
  const { onInterrupt } = await import("./interrupt.mjs");
  const { newLifetime } = await import("./lifetime.mjs");
  const { freePort } = await import("./ports.mjs");
  const { applicationEnvironment, commandArguments, createDataDir, environmentOf, root } = await import("./project.mjs");
  const { signingKey } = await import("./secret.mjs");
  const { startServers } = await import("./servers.mjs");
  const { startSite } = await import("./site.mjs");

  const dataDir = data ? resolve(data) : mkdtempSync(join(tmpdir(), "cairn-bench-"));
  if (data) mkdirSync(dataDir, { recursive: true });
  // Under root, Postgres runs as another user and has to get through.
  chmodSync(dataDir, 0o711);
  createDataDir(dataDir);
  // A benchmark has no demonstration and no clock of somebody else's.
  for (const name of ["BASE_URL", "SITE_URL", "DATA_DIR", "CAIRN_NOW"]) delete process.env[name];
  // The site would draw pages while something else is measured; the launch day has its own drawn (load.ts).
  process.env.DRAW_AHEAD = "off";

  const life = newLifetime();
  const finish = async (/** @type {number} */ exitCode) => {
    await life.end(work);
    if (!data) rmSync(dataDir, { recursive: true, force: true });
    process.exit(exitCode);
  };
  onInterrupt(() => void (life.isOver || finish(130)));
  const work = run();
  await finish(await work.catch(report));

  async function run() {
    const servers = await startServers({ dataDir });
    await life.stopAtEnd(servers.stop);
    const env = {
      ...environmentOf(servers),
      NODE_ENV: /** @type {"production"} */ ("production"),
      BENCH_DATA: dataDir,
      SIGNING_KEY: signingKey(join(dataDir, "signing-key")),
    };
    /** @param {string[]} args */
    const node = (args, more = {}) =>
      runToEnd(process.execPath, args, { cwd: root, env: { ...env, ...more }, stdio: ["ignore", "inherit", "inherit"] });
    /** @param {string} file @param {string[]} args */
    const bench = (file, args = [], more = {}) =>
      node(["--conditions=react-server", "--import", "tsx", join("bench", `${file}.ts`), ...args], more);

    let code = await node(commandArguments("migrate"), applicationEnvironment(servers, { migrates: true }));
    if (wanted.some((part) => !withoutTheSet.includes(part))) code ||= await bench("prepare", [offerings]);
    if (code !== 0) return code;

    const port = await freePort();
    if (wanted.some((part) => ofTheSite.includes(part))) {
      await ensureBuilt(dataDir);
      const site = startSite({ servers, dataDir, port });
      await life.stopAtEnd(site.stop);
      await site.ready();
    }
    const more = {
      BENCH_SITE: `http://localhost:${port}`,
      BENCH_SECONDS: seconds,
      ...(wanted.includes("lighthouse") ? { CHROMIUM_PATH: await findChromium() } : {}),
    };
    for (const part of parts.filter((one) => wanted.includes(one))) {
      console.log(`\n━━ ${part} ━━`);
      code = (await bench(part, show ? ["--show"] : [], more)) || code;
    }
    return code;
  }

  /** @param {unknown} error */
  function report(error) {
    if (!life.isOver) console.error(error);
    return 1;
  }
}
