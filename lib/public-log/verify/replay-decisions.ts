import { fromRange, type Period, toRange } from "@/lib/days/days";
import { byThing, type Change, overwrite } from "@/lib/decisions/decision";
import type { DecisionEntry } from "@/lib/public-log/entry";
import { asColumns, differences, type Finding, isSame, missing, surplus } from "./finding";

/** A row of the register on two clocks, by its columns; `id` only where it is a row that stands. */
export type RegisterRow = { table: (typeof tables)[keyof typeof tables]; id?: string; fields: Record<string, unknown> };

type Known = { valid: Period; row: RegisterRow };

const tables = {
  registration: "registrations",
  accreditation: "accreditations",
  restriction: "restrictions",
  name: "organisation_names",
  identifier: "organisation_identifiers",
  succession: "organisation_successions",
} as const;

/** All rows that the register must hold of one organisation, past and present, by its decisions in their order. */
export function replayDecisions(decisions: DecisionEntry[]): RegisterRow[] {
  const rows: RegisterRow[] = [];
  const known = new Map<string, Known[]>();
  for (const decision of decisions) {
    for (const changes of byThing(decision.changes as Change[])) {
      const thing = thingFor(decision, changes[0] as Change);
      const { closed, left } = overwrite(known.get(thing) ?? [], changes);
      for (const { row } of closed) row.fields.recorded_until = decision.recordedAt;
      const stays = left.map(({ row: { row }, valid }) => ({ valid, row: written(row.table, row.fields, valid, decision) }));
      const told = changes.flatMap((change) => (change.holds ? [{ valid: periodOf(change), row: rowOf(decision, change) }] : []));
      const untouched = (known.get(thing) ?? []).filter((one) => !closed.includes(one));
      known.set(thing, [...untouched, ...stays, ...told]);
      rows.push(...stays.map(({ row }) => row), ...told.map(({ row }) => row));
    }
  }
  return rows;
}

/** A registration is with one authority, and an organisation has one name at a time; all else has a key. */
function thingFor({ authority }: DecisionEntry, change: Change): string {
  if (change.of === "registration") return `registration ${authority.id}`;
  return "key" in change ? `${change.of} ${change.key}` : change.of;
}

/** Whom the rows of a thing belong to, by columns. */
function ownerOf({ organisation, authority }: DecisionEntry, change: Change): Record<string, string> {
  if (change.of === "registration") return { provider_id: organisation.id, authority_id: authority.id };
  if (change.of === "succession") return { predecessor_id: organisation.id };
  if (change.of === "name" || change.of === "identifier") return { organisation_id: organisation.id };
  return { organisation_id: organisation.id, key: change.key };
}

const periodOf = ({ from, until }: Change): Period => ({ from, until });

function rowOf(decision: DecisionEntry, change: Change): RegisterRow {
  const fields = { ...ownerOf(decision, change), ...asColumns(change.holds ?? {}), decision_id: decision.id };
  return written(tables[change.of], fields, periodOf(change), decision);
}

function written(table: RegisterRow["table"], fields: Record<string, unknown>, valid: Period, { recordedAt }: DecisionEntry): RegisterRow {
  const open = table === "accreditations" ? { open_ended: valid.until === null } : {};
  return { table, fields: { ...fields, ...open, valid: toRange(valid), recorded_from: recordedAt, recorded_until: null } };
}

/** Where the rows that stand are not those that the decisions make. A row that is nearly another is that one, changed. */
export function compareRegister(expected: RegisterRow[], standing: RegisterRow[]): Finding[] {
  const left = [...standing];
  const unmatched = expected.filter((row) => {
    const place = left.findIndex((one) => one.table === row.table && isSame(normal(one), normal(row)));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return [...unmatched.flatMap((row) => changedOrMissing(row, left)), ...left.map((row) => surplus(row.table, row.id ?? "", row.fields))];
}

function changedOrMissing(row: RegisterRow, left: RegisterRow[]): Finding[] {
  const near = left
    .map((one) => ({ one, score: one.table === row.table ? likeness(row, one) : 0 }))
    .sort((a, b) => b.score - a.score)
    .at(0);
  if (!near || near.score < 0.5) return [missing(row.table, `of decision ${row.fields.decision_id}`, row.fields)];
  left.splice(left.indexOf(near.one), 1);
  return differences(row.table, near.one.id ?? "", normal(row), normal(near.one));
}

function likeness(a: RegisterRow, b: RegisterRow): number {
  const names = Object.keys(b.fields);
  return names.filter((name) => isSame(normal(a)[name], normal(b)[name])).length / names.length;
}

/** Without what says nothing: a column that is null is one that is not there. */
function normal({ fields }: RegisterRow): Record<string, unknown> {
  const { valid, ...others } = fields;
  const told = Object.entries(others).filter(([, value]) => value !== null && value !== undefined);
  return { ...Object.fromEntries(told), valid: toRange(fromRange(String(valid))) };
}
