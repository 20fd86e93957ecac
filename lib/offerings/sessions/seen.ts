import { hashOf } from "@/lib/auth/secret";
import type { Day } from "@/lib/days/days";
import { canonical } from "@/lib/offerings/publication";
import { isCurrent } from "@/lib/sessions/session";
import type { SessionFacts } from "./commands";

/** Stands for sessions exactly as a page showed them: any change of one, by whomever, gives another mark. */
export function seenMark(sessions: SessionFacts[]): string {
  return hashOf(canonical([...sessions].sort((a, b) => (a.id < b.id ? -1 : 1))));
}

/** The mark of those that run or are to come on a day. */
export function currentMark(sessions: SessionFacts[], day: Day): string {
  return seenMark(sessions.filter((session) => isCurrent(session, day)));
}
