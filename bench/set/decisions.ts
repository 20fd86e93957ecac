import type { Random } from "@/bench/random";
import { addDays, contains, type Day, daysBetween, type Period, toRange } from "@/lib/days/days";
import { byThing, overwrite, type StandingChange } from "@/lib/decisions/decision";
import { vocabulary } from "@/lib/vocabularies/vocabulary";

type DecidedRow = Record<string, unknown>;
export type Decided = { decisions: DecidedRow[]; registrations: DecidedRow[]; accreditations: DecidedRow[]; restrictions: DecidedRow[] };

type Known = { table: keyof Decided; thing: string; valid: Period; from: string; said: DecidedRow; decisionId: string };

const broad = vocabulary("fields").flatMap(({ code }) => (code.length === 2 && code !== "99" ? [code] : []));
const detailed = vocabulary("fields").flatMap(({ code }) => (code.length === 4 ? [code] : []));

/**
 * The history of one organisation over ten years, as its decisions would have written it one by one: grants, extensions, limits, suspensions
 * and their end, corrections for days gone by. Which rows follow from a decision is decided by the register's own rules.
 */
export function historyOf(random: Random, organisation: { id: string; authorityId: string }, count: number, today: Day): Decided {
  const rows: Decided = { decisions: [], registrations: [], accreditations: [], restrictions: [] };
  const since = addDays(today, -random.int(3000, 3650));
  const length = daysBetween(since, today) - 2;
  let known: Known[] = [];
  const write = ({ table, valid, from, said, decisionId }: Known, until: string | null) =>
    rows[table].push({
      ...said,
      valid: toRange(valid),
      recorded: `["${from}",${until ? `"${until}"` : ""})`,
      decision_id: decisionId,
      ...(table === "accreditations" ? { open_ended: valid.until === null } : {}),
    });

  for (let number = 0; number < count; number++) {
    const day = addDays(since, Math.floor((number / count) * length));
    const at = `${day} 09:00:00.${String(number % 1000).padStart(3, "0")}+00`;
    const { kind, changes } = number === 0 ? first(day) : later(random, day, known);
    const decisionId = random.uuid();
    rows.decisions.push({
      id: decisionId,
      kind,
      authority_id: organisation.authorityId,
      organisation_id: organisation.id,
      decided_on: day,
      effective_from: changes[0]?.from ?? day,
      recorded_at: at,
      changes,
      statement: {},
      reasons: {},
    });
    for (const about of byThing(changes)) known = apply(about, { known, at, decisionId, organisation, write });
  }
  for (const one of known) write(one, null);
  return rows;
}

type Writing = {
  known: Known[];
  at: string;
  decisionId: string;
  organisation: { id: string; authorityId: string };
  write: (row: Known, until: string) => void;
};

function apply(changes: StandingChange[], { known, at, decisionId, organisation, write }: Writing): Known[] {
  const [one] = changes;
  if (!one) return known;
  const thing = one.of === "registration" ? one.of : `${one.of} ${one.key}`;
  const { closed, left } = overwrite(
    known.filter((row) => row.thing === thing),
    changes,
  );
  for (const row of closed) write(row, at);
  const made = changes.flatMap((change): Known[] =>
    change.holds
      ? [{ ...saidOf(change, organisation), thing, valid: { from: change.from, until: change.until }, from: at, decisionId }]
      : [],
  );
  const stays = left.map(({ row, valid }) => ({ ...row, valid, from: at }));
  return [...known.filter((row) => !closed.includes(row)), ...stays, ...made];
}

function saidOf(change: StandingChange, { id, authorityId }: Writing["organisation"]): { table: keyof Decided; said: DecidedRow } {
  if (change.of === "registration")
    return { table: "registrations", said: { provider_id: id, authority_id: authorityId, status: change.holds?.status } };
  const { key, holds } = change;
  const scope = {
    key,
    organisation_id: id,
    eqf_levels: holds?.eqfLevels,
    fields: holds?.fields,
    effect: holds?.effect,
    effect_on: holds?.effectOn,
  };
  if (change.of === "restriction") return { table: "restrictions", said: scope };
  const { title, type, standard } = change.holds ?? {};
  return { table: "accreditations", said: { ...scope, accrediting_body_id: authorityId, title, type, standard, standard_label: {} } };
}

type Decision = { kind: string; changes: StandingChange[] };

const first = (day: Day): Decision => ({
  kind: "register",
  changes: [{ of: "registration", from: day, until: null, holds: { status: "registered" } }],
});

function later(random: Random, day: Day, known: Known[]): Decision {
  const isSuspended = known.some(({ said, valid }) => said.status === "suspended" && contains(valid, day));
  if (isSuspended) return { kind: "reinstate", changes: [{ of: "registration", from: day, until: null, holds: { status: "registered" } }] };
  const scope = {
    eqfLevels: random.pick([null, [3, 4], [4, 5], [5, 6], [6, 7, 8]]),
    fields: random.pick([null, random.some(broad, 3), random.some(detailed, 2)]),
    settings: null,
    offeringId: null,
  };
  const from = addDays(day, random.pick([0, 0, 0, 30, -random.int(20, 400)]));
  const until = random.next() < 0.3 ? null : addDays(from, random.int(300, 1800));
  const pick = random.next();
  if (pick < 0.06) return { kind: "suspend", changes: [{ of: "registration", from: day, until: null, holds: { status: "suspended" } }] };
  const key = `k${random.int(1, 4)}`;
  if (pick < 0.14) {
    const holds = random.next() < 0.4 ? null : { ...scope, effect: "warning" as const, effectOn: null };
    return { kind: "limit", changes: [{ of: "restriction", key: `r${random.int(1, 2)}`, from, until, holds }] };
  }
  if (pick < 0.22) return { kind: "withdraw", changes: [{ of: "accreditation", key, from, until: null, holds: null }] };
  const holds = {
    ...scope,
    jurisdictions: null,
    accreditingBodyId: "",
    title: { en: "Institutional accreditation", nl: "Instellingsaccreditatie" },
    type: "institutional-license",
    standard: random.pick(["esg", "eqavet", "other"]),
    standardLabel: {},
    effect: "full" as const,
    effectOn: null,
    decisionUrl: null,
    reportUrl: null,
  };
  return {
    kind: from < day ? "correct" : random.pick(["accredit", "extend", "limit"]),
    changes: [{ of: "accreditation", key, from, until, holds }],
  };
}
