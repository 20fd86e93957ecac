import { today } from "@/lib/clock";
import { logger } from "@/lib/log";
import { publishDue } from "@/lib/offerings/scheduling/commands";

const log = logger("publish-due");

/** Publishes what was scheduled for today or earlier: looked for every minute, so just after midnight and when a worker starts. */
export async function publishWhatIsDue(): Promise<void> {
  const { published, failed } = await publishDue(today());
  if (published + failed > 0) log.info({ published, failed }, "Published what was due");
}
