import cluster from "node:cluster";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { nameCaller } from "./caller.mjs";
import { drawAhead } from "./draw-ahead.mjs";
import { createWebServer } from "./failure-pages.mjs";
import { keepPages } from "./page-store.mjs";
import { chosenPolicy, withPolicy } from "./policy.mjs";
import { explain } from "./progress.mjs";
import { choosesDrawingAhead, chosenPort, chosenProxies, chosenStoreSize, chosenWebProcesses, loadEnvFile, root } from "./project.mjs";
import { refuseWhatIsNoAddress, refuseWhatIsNoCall } from "./refusals.mjs";
import { countVisits } from "./visits.mjs";

/** Milliseconds in which requests under way may end. */
const patience = 5000;

try {
  loadEnvFile();
  const count = chosenWebProcesses();
  if (cluster.isPrimary && count > 1) keepProcesses(count);
  else await serve(chosenPort());
} catch (error) {
  explain(error);
  process.exit(1);
}

/**
 * What `next start` does, but pages are drawn once until something is written, and failures have designed pages of their own.
 * @param {number} port
 */
async function serve(port) {
  Object.assign(process.env, { NODE_ENV: "production" });
  const { default: next } = await import("next");
  const app = next({ dir: root, hostname: "localhost", port });
  await app.prepare();

  const { languages, timeZone } = country();
  const kept = { languages, timeZone, databaseUrl: process.env.DATABASE_URL ?? "", megabytes: chosenStoreSize() };
  const store = keepPages(app.getRequestHandler(), kept);
  const visits = countVisits(refuseWhatIsNoCall(store.handle), { ...kept, secret: process.env.AUTH_SECRET ?? "" });
  const server = createWebServer(withPolicy(refuseWhatIsNoAddress(nameCaller(visits.handle, chosenProxies())), chosenPolicy()), languages);
  // Longer than proxies keep theirs (60 s in nginx): who sends a request must not find the connection closed that very moment.
  server.keepAliveTimeout = 75_000;
  // Next keeps the process alive whatever is not caught.
  server.once("error", (error) => {
    console.error("The web server cannot listen.", error);
    process.exit(1);
  });
  server.listen(port, "localhost", () => console.log(`Ready on http://localhost:${port} (process ${process.pid})`));
  const ahead = choosesDrawingAhead() ? await drawAhead(store, { ...kept, port }) : undefined;

  onStop(() => {
    setTimeout(() => process.exit(0), patience);
    // A connection that is kept alive falls idle only after the answer under way.
    setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => void Promise.allSettled([ahead?.stop(), app.close(), visits.stop()]).finally(() => process.exit(0)));
  });
}

function country() {
  const file = process.env.CAIRN_CONFIG || "config/demonstration.json";
  return JSON.parse(readFileSync(resolve(root, file), "utf8"));
}

/**
 * Web processes that share the port. One that dies is replaced.
 * @param {number} count
 */
function keepProcesses(count) {
  let isStopping = false;
  /** @type {Set<number>} */
  const ready = new Set();
  const workers = () => Object.values(cluster.workers ?? {});
  const endOnceAlone = () => {
    if (workers().every((worker) => worker?.isDead())) process.exit(0);
  };

  cluster.on("listening", ({ id }) => ready.add(id));
  cluster.on("exit", (worker, code, signal) => {
    if (isStopping) return endOnceAlone();
    console.error(`Web process ${worker.process.pid} ended unexpectedly (${signal ?? `exit code ${code}`}).`);
    // Where none was ever ready, starting more does not help: whoever keeps this one running says so.
    if (ready.size === 0) process.exit(1);
    setTimeout(() => isStopping || cluster.fork(), ready.has(worker.id) ? 0 : 1000);
  });
  for (let started = 0; started < count; started++) cluster.fork();

  onStop(() => {
    isStopping = true;
    for (const worker of workers()) worker?.process.kill("SIGTERM");
    endOnceAlone();
  });
}

/**
 * Ctrl-C in a terminal reaches every process, and each hears of it from its parent once more.
 * @param {() => void} listener
 */
function onStop(listener) {
  let isAsked = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (!isAsked) listener();
      isAsked = true;
    });
  }
}
