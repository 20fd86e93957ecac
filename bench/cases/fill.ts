import { sql } from "drizzle-orm";
import { newRandom } from "@/bench/random";
import { client, db } from "@/db";
import { today } from "@/lib/clock";
import { fillApplications } from "./applications";
import { fillMonitoring } from "./monitoring";
import { openOffice } from "./office";
import { fillAudits } from "./plans";
import { fillQuality } from "./quality";
import { fillReports } from "./reports";
import { fillDecisions, fillFeedback, fillTrail } from "./trail";

/**
 * Gives the authority that keeps the instance so many cases of every kind, in every state that they can have. Where they stand and whose
 * turn it is follows from their acts by the register's own rules; only the rows are written many at a time. Does nothing where that has been done.
 */
export async function fillCases(count: number, log: (line: string) => void): Promise<void> {
  const [made] = await db.execute<{ count: number }>(sql`select count(*)::int as count from people where email like '%@cases.example'`);
  if ((made?.count ?? 0) > 0) return;
  const started = performance.now();
  const random = newRandom(57);
  const office = await openOffice(random, today(), count);
  const parts: [name: string, work: () => Promise<void>][] = [
    ["applications", () => fillApplications(random, office, count)],
    ["reports", () => fillReports(random, office, count)],
    ["audits", () => fillAudits(random, office, count)],
    ["quality reports", () => fillQuality(random, office, count)],
    ["answers of learners", () => fillFeedback(random, office, count / 2)],
    ["events", () => fillTrail(random, office, count * 60)],
    ["decisions", () => fillDecisions(random, office, Math.ceil(count / 6))],
    ["monitoring", () => fillMonitoring(office, count)],
  ];
  for (const [name, work] of parts) {
    const begun = performance.now();
    await work();
    log(`  ${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
  await client.unsafe("vacuum analyze");
  log(`  ${count} cases of every kind in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
