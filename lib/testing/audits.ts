import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { PlanInput } from "@/lib/audits/plans/input";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { addDays } from "@/lib/days/days";
import { publishDailyCheckpoints, sequenceEntries } from "@/lib/public-log/sequencing/commands";

/** A plan as a form states it: one provider at random, by two standards. */
export function aPlan(change: Partial<PlanInput> = {}): PlanInput {
  const texts = (text: string) => Object.fromEntries(country.languages.map((language) => [language, text]));
  return {
    title: texts(`Plan ${crypto.randomUUID().slice(0, 8)}`),
    aim: texts("Whether providers do what they state."),
    startsOn: today(),
    endsOn: addDays(today(), 90),
    standards: [
      { code: "S1", title: { en: "Assessment" } },
      { code: "S2", title: { en: "Information" } },
    ],
    draws: "providers",
    random: 1,
    risk: 0,
    byProviderType: false,
    seedSource: null,
    ...change,
  };
}

/** Does some work at a moment, as the clock is set for it. */
async function at<T>(moment: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.CAIRN_NOW;
  process.env.CAIRN_NOW = moment;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.CAIRN_NOW;
    else process.env.CAIRN_NOW = before;
  }
}

export const onDay = <T>(day: string, work: () => Promise<T>): Promise<T> => at(`${day}T10:00:00Z`, work);

/** Something is logged in the evening, and the day ends: the public log has a checkpoint that nobody knew in the morning. */
export async function endTheDay(day: string): Promise<void> {
  await db.execute(sql`insert into log_entries (kind, subject_id, organisation_id, content)
    values ('decision', gen_random_uuid(), gen_random_uuid(), ${`{"test":"${crypto.randomUUID()}"}`})`);
  await at(`${day}T18:00:00Z`, sequenceEntries);
  await publishDailyCheckpoints(addDays(day, 1), country.timeZone);
}
