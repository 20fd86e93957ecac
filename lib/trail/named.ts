import type { Texts } from "@/db/schema";
import type { TrailEvent } from "./queries";

/** Who acted, by name: somebody or something that is gone has none. */
export type TrailActor = { kind: "person" | "key" | "harvest" | "operator" | "gone"; name: string; email: string | null };

/** What an event is about as people know it, and where it can be looked at (after the language). */
export type TrailRecord = { name: string | Texts; path: string | null };

export type TrailNames = {
  actors: Map<string, TrailActor>;
  organisations: Map<string, { name: Texts; slug: string }>;
  /** By subject and id. */
  records: Map<string, TrailRecord>;
};

export const recordKey = ({ subject, subjectId }: Pick<TrailEvent, "subject" | "subjectId">) => `${subject} ${subjectId}`;
