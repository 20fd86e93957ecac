import { run } from "graphile-worker";
import { env } from "@/lib/env";
import { resumeImports } from "@/lib/imports/commands";
import { runImport } from "@/lib/jobs/import-catalogue";
import { indexCatalogue, turnDay } from "@/lib/jobs/index-catalogue";
import { logger } from "@/lib/log";
import { showPresence } from "@/lib/operations/presence";

/**
 * Does the long work: any number of workers share it through Postgres, and what a killed one leaves another takes up. Indexing
 * has a runner of its own, so that a long import never delays it.
 */
const log = logger("worker");
const connection = { connectionString: env.DATABASE_URL, pollInterval: 1000 };

const indexer = await run({
  ...connection,
  concurrency: 1,
  taskList: { "index-catalogue": () => indexCatalogue(), "turn-day": () => turnDay() },
  // Lost calls and killed indexers are made good within a minute. Midnight falls on a full hour in every European zone.
  crontab: ["* * * * * index-catalogue ?jobKey=index-catalogue", "0,1 * * * * turn-day ?jobKey=turn-day"].join("\n"),
});

const importer = await run({
  ...connection,
  concurrency: 2,
  taskList: {
    "import-catalogue": async (payload, { abortSignal }) => {
      const { importId } = payload as { importId: string };
      await runImport(importId, abortSignal ? { signal: abortSignal } : {});
    },
    "resume-imports": async () => {
      await resumeImports();
    },
  },
  crontab: "* * * * * resume-imports ?jobKey=resume-imports",
});

// A crash between an event and its job, or a day that turned while nobody worked, is caught up at once.
await indexer.addJob("index-catalogue", {}, { jobKey: "index-catalogue" });
await indexer.addJob("turn-day", {}, { jobKey: "turn-day" });
await resumeImports();
const leave = showPresence(env.DATABASE_URL);
log.info("The worker is ready");
await Promise.all([indexer.promise, importer.promise]);
await leave();
process.exit(0);
