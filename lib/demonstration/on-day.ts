import type { Day } from "@/lib/days/days";
import type { Result } from "@/lib/result";

/** The demonstration's past is made by the real commands, which know only the day that the clock says. */
export async function onDay<T>(day: Day, work: () => Promise<Result<T>>): Promise<T> {
  const before = process.env.CAIRN_NOW;
  process.env.CAIRN_NOW = `${day}T10:00:00Z`;
  try {
    const done = await work();
    if (!done.ok) throw new Error(`The demonstration on ${day}: ${JSON.stringify(done.problems)}`);
    return done.value;
  } finally {
    if (before === undefined) delete process.env.CAIRN_NOW;
    else process.env.CAIRN_NOW = before;
  }
}
