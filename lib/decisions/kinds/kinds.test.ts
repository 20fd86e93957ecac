import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, type Day } from "@/lib/days/days";
import type { AccreditationTerms, Change } from "@/lib/decisions/decision";
import { type RecordedDecision, replay } from "@/lib/decisions/history";
import { aDay, window } from "@/lib/testing/days";
import { changesFor, type DecidingFacts, type Order } from "./kinds";

const [ours, theirs] = ["authority", "another"];
const today = window[0] as Day;
const terms = (levels: number[]): AccreditationTerms => ({
  accreditingBodyId: ours,
  title: { en: "Label" },
  type: "institutional-license",
  standard: "esg",
  standardLabel: {},
  eqfLevels: levels,
  fields: ["06"],
  settings: null,
  jurisdictions: null,
  offeringId: null,
  effect: "full",
  effectOn: null,
  decisionUrl: null,
  reportUrl: null,
});
const all = { eqfLevels: null, fields: null, settings: null, offeringId: null };

let made = 0;
const recorded = (changes: Change[], change: Partial<RecordedDecision> = {}): RecordedDecision => ({
  id: `d${++made}`,
  kind: "register",
  authorityId: ours,
  effectiveFrom: today,
  supersedesId: null,
  changes,
  ...change,
});
const facts = (history: RecordedDecision[]): DecidingFacts => ({
  state: replay(history),
  history,
  authorityId: ours,
  day: today,
  newKey: `k${++made}`,
});

function decided(history: RecordedDecision[], order: Order): RecordedDecision {
  const result = changesFor(order, facts(history));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return recorded(result.value.changes, {
    kind: order.kind,
    effectiveFrom: result.value.effectiveFrom,
    supersedesId: result.value.supersedesId,
  });
}

/** What holds of everything on a day, without telling which decision said so. */
function on(history: RecordedDecision[], day: Day) {
  return Object.fromEntries(
    [...replay(history)]
      .flatMap(([thing, held]) => held.filter(({ valid }) => contains(valid, day)).map(({ change }) => [thing, change.holds] as const))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const registered = recorded([{ of: "registration", from: "2020-01-01", until: null, holds: { status: "registered" } }]);
const accredited = recorded([{ of: "accreditation", key: "esg", from: "2020-01-01", until: "2026-11-02", holds: terms([4, 5]) }]);
const standing = [registered, accredited];

const days = fc.tuple(aDay, fc.option(aDay)).filter(([from, until]) => until === null || from < until);
const aScope = fc.record({
  eqfLevels: fc.option(fc.constant<number[]>([5])),
  fields: fc.option(fc.constant<string[]>(["06"])),
  settings: fc.constant(null),
  offeringId: fc.constant(null),
});
/** A decision that takes something away. */
const taking: fc.Arbitrary<Order> = fc.oneof(
  fc.tuple(days, fc.option(aScope)).map(([[from, until], scope]): Order => ({ kind: "suspend", from, until, scope })),
  fc.tuple(days, aScope).map(([[from, until], scope]): Order => ({ kind: "limit", from, until, scope, effect: "warning", effectOn: null })),
  aDay.map((from): Order => ({ kind: "withdraw", from, key: null })),
  fc.constant<Order>({ kind: "withdraw", from: today, key: "esg" }),
);
/** A decision of some other kind, which may be made beside it. */
const giving: fc.Arbitrary<Order> = fc.oneof(
  fc.constant<Order>({ kind: "extend", key: "esg", until: "2027-01-01" }),
  days.map(([from, until]): Order => ({ kind: "accredit", from, until, terms: terms([6]) })),
  days.map(([from, until]): Order => ({ kind: "limit", from, until, scope: { ...all, fields: ["07"] }, effect: "hidden", effectOn: null })),
);

function followed(history: RecordedDecision[], orders: Order[]): RecordedDecision[] {
  const list = [...history];
  for (const order of orders) {
    const result = changesFor(order, facts(list));
    if (result.ok) list.push(recorded(result.value.changes, { kind: order.kind }));
  }
  return list;
}

describe("taking a decision back", () => {
  it("from a day on brings back exactly what would be there without it, and leaves the days before as they were", () => {
    fc.assert(
      fc.property(fc.array(giving, { maxLength: 2 }), taking, fc.array(giving, { maxLength: 2 }), aDay, (before, take, later, from) => {
        const first = followed(standing, before);
        const taken = decided(first, take);
        const whole = followed([...first, taken], later);
        const result = changesFor({ kind: "reinstate", decisionId: taken.id, from }, facts(whole));
        if (!result.ok) return;
        const back = [...whole, recorded(result.value.changes)];
        const without = whole.filter((one) => one !== taken);
        for (const day of window) expect(on(back, day), day).toEqual(on(day < from ? whole : without, day));
        expect(result.value.supersedesId).toBe(taken.id);
      }),
    );
  });

  it("twice is as if it had never been taken back", () => {
    fc.assert(
      fc.property(taking, aDay, (take, from) => {
        const taken = [...standing, decided(standing, take)];
        const back = changesFor({ kind: "reinstate", decisionId: taken.at(-1)?.id ?? "", from }, facts(taken));
        if (!back.ok) return;
        const reinstated = [...taken, recorded(back.value.changes)];
        const again = decided(reinstated, { kind: "correct", decisionId: reinstated.at(-1)?.id ?? "", from: today });
        for (const day of window) expect(on([...reinstated, again], day)).toEqual(on(taken, day));
      }),
    );
  });

  it("leaves what the organisation is called and numbered by, which nobody decides", () => {
    const named: Change[] = [
      { of: "name", from: "2020-01-01", until: null, holds: { name: { en: "Garden College" } } },
      { of: "identifier", key: "pic:999", from: null, until: null, holds: { scheme: "pic", value: "999" } },
    ];
    const told = recorded([...registered.changes, ...named]);
    const back = decided([told], { kind: "correct", decisionId: told.id, from: today });
    expect(back.changes).toEqual([{ of: "registration", from: today, until: null, holds: null }]);
  });

  it("is for the authority that made it, and changes something or nothing is signed", () => {
    const foreign = recorded([{ of: "registration", from: today, until: null, holds: { status: "suspended" } }], { authorityId: theirs });
    const order: Order = { kind: "reinstate", decisionId: foreign.id, from: today };
    expect(changesFor(order, facts([...standing, foreign]))).toEqual({
      ok: false,
      problems: [{ code: "decisionUnknown", field: "decision" }],
    });
    const over = recorded([
      { of: "restriction", key: "k", from: today, until: window[2] as Day, holds: { ...all, effect: "hidden", effectOn: null } },
    ]);
    expect(changesFor({ kind: "reinstate", decisionId: over.id, from: window[5] as Day }, facts([...standing, over]))).toEqual({
      ok: false,
      problems: [{ code: "decisionChangesNothing" }],
    });
  });
});

describe("each kind", () => {
  it("suspends until a day, after which what held before holds again", () => {
    const [from, until] = [window[3] as Day, window[6] as Day];
    const taken = [...standing, decided(standing, { kind: "suspend", from, until, scope: null })];
    for (const day of window) {
      const status = (on(taken, day)[`registration ${ours}`] as { status: string }).status;
      expect(status).toBe(day >= from && day < until ? "suspended" : "registered");
    }
  });

  it("extends an accreditation with the same terms, from its end on, and never shortens it", () => {
    const longer = decided(standing, { kind: "extend", key: "esg", until: "2028-01-01" });
    expect(longer.changes).toEqual([{ of: "accreditation", key: "esg", from: "2026-11-02", until: "2028-01-01", holds: terms([4, 5]) }]);
    expect(changesFor({ kind: "extend", key: "esg", until: "2026-10-30" }, facts(standing))).toMatchObject({
      problems: [{ code: "notLonger" }],
    });
    expect(changesFor({ kind: "extend", key: "none", until: null }, facts(standing))).toMatchObject({
      problems: [{ code: "accreditationUnknown" }],
    });
  });

  it("extends what has lapsed from today on and not for the days between", () => {
    const lapsed = [
      registered,
      recorded([{ of: "accreditation", key: "old", from: "2020-01-01", until: "2024-01-01", holds: terms([4]) }]),
    ];
    expect(decided(lapsed, { kind: "extend", key: "old", until: null }).changes).toMatchObject([{ from: today, until: null }]);
  });

  it("withdraws an accreditation from a day on, and says so for the days that it had left", () => {
    const from = window[4] as Day;
    expect(decided(standing, { kind: "withdraw", key: "esg", from }).changes).toEqual([
      { of: "accreditation", key: "esg", from, until: "2026-11-02", holds: { ...terms([4, 5]), effect: "withdrawn" } },
    ]);
  });

  it("corrects days and scope of an accreditation back to its beginning, and nothing else", () => {
    const right = decided(standing, {
      kind: "correct",
      key: "esg",
      from: "2021-01-01",
      until: "2026-10-25",
      terms: { eqfLevels: [5], fields: null, settings: null },
    });
    const history = [...standing, right];
    expect(on(history, "2020-06-01")["accreditation esg"]).toBeUndefined();
    expect(on(history, "2021-06-01")["accreditation esg"]).toEqual({ ...terms([5]), fields: null });
    expect(on(history, "2026-10-25")["accreditation esg"]).toBeUndefined();
    expect(on(history, "2020-06-01")[`registration ${ours}`]).toEqual({ status: "registered" });
  });

  it("takes effect today or later, but for a correction", () => {
    const past = "2026-01-01";
    const orders: Order[] = [
      { kind: "register", from: past },
      { kind: "suspend", from: past, until: null, scope: null },
      { kind: "withdraw", from: past, key: null },
      { kind: "reinstate", from: past, decisionId: registered.id },
    ];
    for (const order of orders)
      expect(changesFor(order, facts(standing))).toMatchObject({ problems: [{ code: "effectiveInThePast", field: "from" }] });
    expect(changesFor({ kind: "correct", from: past, decisionId: registered.id }, facts(standing)).ok).toBe(true);
  });
});
