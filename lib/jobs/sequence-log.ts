import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { publishDailyCheckpoints, sequenceEntries } from "@/lib/public-log/sequencing/commands";

/** Brings the public log up to date: woken when something is put into it, and by the clock in case a call was lost. */
export async function sequenceLog(): Promise<void> {
  await sequenceEntries({ signAnew: true });
  await publishDailyCheckpoints(today(), country.timeZone);
}
