import type { Done } from "@/lib/audits/act";
import { type Day, daysBetween } from "@/lib/days/days";

/** A corrective action: what the provider must do about a finding, by when, and what was said of it. */
export type Action = {
  number: number;
  finding: number;
  what: string;
  dueOn: Day;
  state: "open" | "stated" | "accepted";
  /** What the provider said that it did, the last being what stands. */
  statements: { text: string; version: number | null; on: Day }[];
  /** Why it was sent back, or given more time. */
  notes: { kind: "returned" | "prolonged"; reason: string; dueOn: Day; on: Day }[];
};

type ActionAct = Extract<Done, { kind: "demanded" | "prolonged" | "stated" | "accepted" | "returned" }>;

export function afterAction(actions: Action[], done: ActionAct): Action[] {
  const put = (change: (one: Action) => Action) => actions.map((one) => (one.number === done.action ? change(one) : one));
  switch (done.kind) {
    case "demanded": {
      const { action: number, finding, what, dueOn } = done;
      return [...actions, { number, finding, what, dueOn, state: "open", statements: [], notes: [] }];
    }
    case "prolonged":
    case "returned": {
      const { kind, reason, dueOn, on } = done;
      return put((one) => ({ ...one, dueOn, state: "open", notes: [...one.notes, { kind, reason, dueOn, on }] }));
    }
    case "stated": {
      const { text, version, on } = done;
      return put((one) => ({ ...one, state: "stated", statements: [...one.statements, { text, version, on }] }));
    }
    case "accepted":
      return put((one) => ({ ...one, state: "accepted" }));
  }
}

/** Before a corrective action is due: so many days. */
export const remindedBefore = 14;

/** Which reminder of a day that is due somebody gets: before, on the day itself, and once it is over. */
export function reminderFor(dueOn: Day, day: Day): "before" | "today" | "after" | null {
  const left = daysBetween(day, dueOn);
  if (left < 0) return "after";
  if (left === 0) return "today";
  return left <= remindedBefore ? "before" : null;
}
