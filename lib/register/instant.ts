import { now, today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import type { Moment } from "@/lib/register/moment";

/** Now, as questions to the register are read with it. */
export function instant(): { today: Day; now: Moment } {
  return { today: today(), now: now().toISOString().replace("Z", "000Z") };
}
