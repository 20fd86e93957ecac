import type { AuditGrade } from "@/db/schema";
import type { Day } from "@/lib/days/days";

export type Answers = Record<number, { accepts: boolean; text: string }>;

/** What somebody does in an audit. */
export type Act =
  | { kind: "assigned"; auditorId: string }
  | { kind: "announced"; text: string }
  | { kind: "asked"; items: string[]; dueOn: Day }
  | { kind: "extended"; dueOn: Day; reason: string }
  | { kind: "handedIn"; text: string }
  | { kind: "proceeded"; reason: string }
  | { kind: "found"; finding: number; revision: number; standard: string; grade: AuditGrade }
  | { kind: "sent"; dueOn: Day }
  | { kind: "answered"; answers: Answers }
  | { kind: "kept"; finding: number; reason: string }
  | { kind: "changed"; finding: number; revision: number; standard: string; grade: AuditGrade; reason: string }
  | { kind: "dropped"; finding: number; reason: string }
  | { kind: "finalised" }
  | { kind: "demanded"; action: number; finding: number; what: string; dueOn: Day }
  | { kind: "prolonged"; action: number; dueOn: Day; reason: string }
  | { kind: "stated"; action: number; text: string; version: number | null }
  | { kind: "accepted"; action: number }
  | { kind: "returned"; action: number; reason: string; dueOn: Day }
  | { kind: "proposed"; proposal: number; decision: string }
  | { kind: "closed" }
  | { kind: "ended"; reason: string }
  | { kind: "published"; edition: number };

/** An act with who did it and when. */
export type Done = Act & { personId: string; on: Day };

/** What the provider does; all else is the authority's. */
export const providersActs: readonly Act["kind"][] = ["handedIn", "answered", "stated"];
