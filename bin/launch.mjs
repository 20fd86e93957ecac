import { ensureBuilt } from "./build.mjs";
import { endCommands } from "./child.mjs";
import { onInterrupt } from "./interrupt.mjs";
import { lockDataDir, stopLeftovers, unlockDataDir } from "./leftovers.mjs";
import { newLifetime } from "./lifetime.mjs";
import { requirePort } from "./ports.mjs";
import { explain, say, secondsSince } from "./progress.mjs";
import { chosenDataDir, chosenPort, createDataDir, externalServers } from "./project.mjs";
import { startServers } from "./servers.mjs";
import { prepareData, startSite } from "./site.mjs";

/**
 * Everything from the servers to the site, until somebody stops it.
 * @param {{ watch: boolean, since: number }} options
 */
export async function launch({ watch, since }) {
  const dataDir = chosenDataDir();
  createDataDir(dataDir);
  lockDataDir(dataDir, chosenPort() === 0 ? "" : `http://localhost:${chosenPort()}`);

  const life = newLifetime();
  const work = bringUp(life, dataDir, watch);
  const asked = async () => {
    if (life.isOver) return;
    say("\nStopping …");
    await life.end(work);
    unlockDataDir(dataDir);
    say("Stopped. The data is kept.");
    process.exit(0);
  };
  onInterrupt(() => void asked());

  try {
    const url = await work;
    if (!life.isOver) greet(url, watch, since);
  } catch (error) {
    if (life.isOver) return;
    explain(error);
    await life.end();
    unlockDataDir(dataDir);
    process.exit(1);
  }
}

/**
 * @param {ReturnType<typeof newLifetime>} life
 * @param {string} dataDir
 * @param {boolean} watch
 */
async function bringUp(life, dataDir, watch) {
  // First, as leftovers may hold the port.
  await stopLeftovers(dataDir, say);
  const port = await requirePort(chosenPort());

  const prepare = async () => {
    const servers = await startServers({ dataDir, log: say, external: externalServers() });
    await life.stopAtEnd(servers.stop);
    await prepareData({ servers, dataDir, port });
    return servers;
  };
  const prepared = prepare();
  const built = watch ? Promise.resolve() : ensureBuilt(dataDir);
  const [servers] = await Promise.all([prepared, built]).catch(async (error) => {
    await endCommands();
    await Promise.allSettled([prepared, built]);
    throw error;
  });

  const site = startSite({ servers, dataDir, port, watch });
  await life.stopAtEnd(site.stop);
  await site.ready();
  return site.url;
}

/**
 * @param {string} url
 * @param {boolean} watch
 * @param {number} since
 */
function greet(url, watch, since) {
  say();
  say(`Cairn is ready at ${url} (${secondsSince(since)})`);
  if (watch) say("It follows your changes: next dev, and a worker that starts again.");
  if (process.env.DEMONSTRATION !== "off") {
    say("This is a demonstration: its providers and people are made up.");
    say(`Sign in as one of them with one click: ${url}/en/sign-in`);
    say("  Mieke Lindeman keeps a provider's catalogue, Bram Registers registers providers, Noor Nieuwkomer applies for one.");
  }
  say("Ctrl-C stops it; the data is kept.");
}
