import { run } from "graphile-worker";
import { env } from "@/lib/env";
import { runImport } from "@/lib/jobs/import-catalogue";
import { indexCatalogue, turnDay } from "@/lib/jobs/index-catalogue";
import { logger } from "@/lib/log";

/** Does the long work: any number of workers share it through Postgres, and what a killed one leaves another takes up. */
const log = logger("worker");

const runner = await run({
  connectionString: env.DATABASE_URL,
  concurrency: 3,
  pollInterval: 1000,
  noHandleSignals: false,
  taskList: {
    "index-catalogue": () => indexCatalogue(),
    "turn-day": () => turnDay(),
    "import-catalogue": async (payload, { abortSignal }) => {
      const { importId } = payload as { importId: string };
      await runImport(importId, abortSignal ? { signal: abortSignal } : {});
    },
  },
  // Lost calls and killed indexers are made good within a minute. Midnight in the country falls on a full hour everywhere in Europe.
  crontab: [
    "* * * * * index-catalogue ?jobKey=index-catalogue&queue=index",
    "0 * * * * turn-day ?jobKey=turn-day&queue=index",
    "1 * * * * turn-day ?jobKey=turn-day&queue=index",
  ].join("\n"),
});

// A crash between an event and its job, or a day that turned while nobody worked, is caught up at once.
await runner.addJob("index-catalogue", {}, { jobKey: "index-catalogue", queueName: "index" });
await runner.addJob("turn-day", {}, { jobKey: "turn-day", queueName: "index" });
log.info("The worker is ready");
await runner.promise;
