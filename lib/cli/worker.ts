import { run } from "graphile-worker";
import { now, today } from "@/lib/clock";
import { env } from "@/lib/env";
import { mixAnswers } from "@/lib/feedback/commands";
import { forgetUnconfirmed } from "@/lib/follows/commands";
import { tellFollowers } from "@/lib/follows/telling/commands";
import { closeEndedServices } from "@/lib/guidance/services/commands";
import { queueDueFeeds } from "@/lib/harvest/commands";
import { resumeImports } from "@/lib/imports/commands";
import { forgetOldFiles } from "@/lib/imports/keeping/commands";
import { forgetOldCounts } from "@/lib/insight/commands";
import { drawAudits } from "@/lib/jobs/draw-audits";
import { harvestQueued } from "@/lib/jobs/harvest-feed";
import { runImport } from "@/lib/jobs/import-catalogue";
import { runQualityImport } from "@/lib/jobs/import-quality";
import { indexCatalogue, turnDay } from "@/lib/jobs/index-catalogue";
import { noticeWhatIsDue } from "@/lib/jobs/notice-what-is-due";
import { publishWhatIsDue } from "@/lib/jobs/publish-due";
import { sendQueuedMail } from "@/lib/jobs/send-mail";
import { sequenceLog } from "@/lib/jobs/sequence-log";
import { tellCounsellors } from "@/lib/jobs/tell-counsellors";
import { undoImport } from "@/lib/jobs/undo-import";
import { forgetOldLists } from "@/lib/lists/commands";
import { logger } from "@/lib/log";
import { freeHeldMails } from "@/lib/mail/commands";
import { flagWhatIsDue } from "@/lib/monitoring/flagging/commands";
import { showPresence } from "@/lib/operations/presence";
import { resumeQualityImports } from "@/lib/quality/imports/commands";
import { forgetOldChanges } from "@/lib/sources/commands";
import { gatherSometimes } from "@/lib/spelling/commands";
import { refreshStatistics } from "@/lib/statistics/commands";

/**
 * Does the long work: any number of workers share it through Postgres, and what a killed one leaves another takes up. Indexing
 * has a runner of its own, so that a long import never delays it.
 */
const log = logger("worker");
const connection = { connectionString: env.DATABASE_URL, pollInterval: 1000 };

const indexer = await run({ ...connection, concurrency: 1, taskList: { "index-catalogue": () => indexCatalogue() } });

const sequencer = await run({ ...connection, concurrency: 1, taskList: { "sequence-log": () => sequenceLog() } });

const mailer = await run({ ...connection, concurrency: 2, taskList: { "send-mail": sendQueuedMail } });

const importer = await run({
  ...connection,
  concurrency: 2,
  taskList: {
    "import-catalogue": async (payload, { abortSignal }) => {
      const { importId } = payload as { importId: string };
      await runImport(importId, abortSignal ? { signal: abortSignal } : {});
    },
    "import-quality": async (payload, { abortSignal }) => {
      await runQualityImport((payload as { importId: string }).importId, abortSignal ? { signal: abortSignal } : {});
    },
    "undo-import": async (payload, { abortSignal }) => {
      await undoImport((payload as { importId: string }).importId, abortSignal ? { signal: abortSignal } : {});
    },
  },
});

const harvester = await run({ ...connection, concurrency: 1, taskList: { "harvest-feed": harvestQueued } });

/**
 * Repeats what costs nothing when there is nothing to do. By a timer and not by the queue's own calendar, which writes to the
 * database every minute: pages are kept until something is written (bin/page-store.mjs).
 */
function every(seconds: number, what: string, work: () => Promise<unknown>): NodeJS.Timeout {
  let running = false;
  const attempt = async () => {
    if (running) return;
    running = true;
    await work().catch((fault: unknown) => log.error(fault, what));
    running = false;
  };
  void attempt();
  return setInterval(attempt, seconds * 1000);
}

let turnedTo = "";
const timers = [
  // A lost call, a crash between an event and its job, an indexer or importer that was killed.
  every(60, "indexing what still waits", indexCatalogue),
  every(60, "resuming imports", resumeImports),
  every(60, "resuming imports of quality data", resumeQualityImports),
  // What lapses or was long not confirmed is noticed once a day; the digests go out in the morning.
  every(300, "noticing what is due", noticeWhatIsDue),
  every(3600, "forgetting old counts", () => forgetOldCounts(today())),
  every(3600, "forgetting old files", () => forgetOldFiles(today())),
  every(3600, "forgetting lists that are over", () => forgetOldLists(today())),
  every(3600, "closing guidance services that have ended", () => closeEndedServices(today())),
  every(60, "freeing mails of killed workers", freeHeldMails),
  every(3600, "mixing answers", mixAnswers),
  every(600, "forgetting old changes", forgetOldChanges),
  // Each version once it is published, and all of them once a day.
  every(60, "flagging what is odd", () => flagWhatIsDue()),
  every(60, "telling those who follow", tellFollowers),
  every(60, "telling counsellors what changed in their lists", tellCounsellors),
  every(3600, "forgetting addresses that nobody confirmed", forgetUnconfirmed),
  every(60, "publishing what is due", publishWhatIsDue),
  every(60, "drawing audits whose seed is known", drawAudits),
  // A lost call, a day that is over, a key that was changed.
  every(60, "bringing the public log up to date", sequenceLog),
  every(900, "counting statistics", refreshStatistics),
  every(60, "gathering the words of the catalogue", () => gatherSometimes(now().getTime())),
  every(60, "looking for feeds that are due", queueDueFeeds),
  // Day facts in the index turn at midnight in the country, or have turned while nobody worked.
  every(1, "turning the day", async () => {
    if (turnedTo === today()) return;
    const day = today();
    await turnDay();
    turnedTo = day;
  }),
];

const leave = showPresence(env.DATABASE_URL);
log.info("The worker is ready");
await Promise.all([indexer.promise, sequencer.promise, mailer.promise, importer.promise, harvester.promise]);
for (const timer of timers) clearInterval(timer);
await leave();
process.exit(0);
