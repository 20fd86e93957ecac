import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeEach, expect, it } from "vitest";
import { client, db } from "@/db";
import { decisions } from "@/db/schema";
import { addDays, contains, type Day, intersection, type Period } from "@/lib/days/days";
import { recordDecision } from "@/lib/decisions/commands";
import { type AccreditationTerms, type Change, type RestrictionTerms, thingOf } from "@/lib/decisions/decision";
import { emptyDatabase } from "@/lib/testing/database";
import { aDay, aRealPeriod, window } from "@/lib/testing/days";
import { anOrganisation } from "@/lib/testing/registry";
import { answerTo } from "./answer";
import { type Behind, toAnswerDocument } from "./document";
import type { RegisterFacts } from "./facts";
import { endOfDay, type Moment, toMoment } from "./moment";
import { answerQuestion } from "./queries";

const system = { id: "operator:test", role: "system", organisationId: null } as const;
const zone = "Europe/Brussels";
let authorityId = "";

beforeEach(async () => {
  await emptyDatabase();
  authorityId = await anOrganisation("council", { en: "Council" }, { roles: ["competent-authority"] });
});
afterAll(() => client.end());

type Step = { name: { en: string }; on: Period } | { changes: Change[]; number: number };

const levels = fc.constantFrom<number[] | null>(null, [4], [5], [4, 5]);
const fields = fc.constantFrom<string[] | null>(null, ["06"], ["0613"], ["07"]);
const scopes = fc.record({ eqfLevels: levels, fields, settings: fc.constantFrom<string[] | null>(null, null, ["formal"]) });
const effects = fc.constantFrom("full" as const, "full" as const, "no-new-starts" as const, "teach-out" as const, "withdrawn" as const);
const dated = (effect: string, on: Day) => (effect === "no-new-starts" || effect === "teach-out" ? on : null);
const days = fc.oneof(
  aRealPeriod.filter(({ from }) => from !== null),
  aDay.map((from) => ({ from, until: null })),
) as fc.Arbitrary<{ from: Day; until: Day | null }>;

const accreditation: fc.Arbitrary<AccreditationTerms> = fc
  .record({ scope: scopes, effect: effects, on: aDay })
  .map(({ scope, effect, on }) => ({
    ...scope,
    jurisdictions: null,
    offeringId: null,
    accreditingBodyId: authorityId,
    title: { en: "Label" },
    type: "institutional-license",
    standard: "esg",
    standardLabel: {},
    effect,
    effectOn: dated(effect, on),
    decisionUrl: null,
    reportUrl: null,
  }));
const restriction: fc.Arbitrary<RestrictionTerms> = fc
  .record({ scope: scopes, effect: fc.constantFrom("hidden" as const, "warning" as const, "teach-out" as const), on: aDay })
  .map(({ scope, effect, on }) => ({ ...scope, offeringId: null, effect, effectOn: dated(effect, on) }));
const status = fc.constantFrom("registered" as const, "registered" as const, "suspended" as const, "withdrawn" as const);
const nothing = fc.constant(null);
const key = fc.constantFrom("k0", "k1");
const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .tuple(days, fc.oneof({ weight: 4, arbitrary: status.map((status) => ({ status })) }, { weight: 1, arbitrary: nothing }))
    .map(([on, holds]): Change => ({ of: "registration", ...on, holds })),
  fc
    .tuple(days, key, fc.oneof({ weight: 3, arbitrary: accreditation }, { weight: 1, arbitrary: nothing }))
    .map(([on, key, holds]): Change => ({ of: "accreditation", key, ...on, holds })),
  fc.tuple(days, key, fc.option(restriction)).map(([on, key, holds]): Change => ({ of: "restriction", key, ...on, holds })),
);
/** A decision says of each day of a thing once. */
const changes = fc
  .array(change, { minLength: 1, maxLength: 3 })
  .map((all) =>
    all.filter(
      (one, place) => !all.slice(0, place).some((other) => thingOf(other) === thingOf(one) && intersection([other], [one]).length > 0),
    ),
  );
const history: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: changes.map((changes) => ({ changes, number: 0 })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.string({ minLength: 1, maxLength: 4, unit: "grapheme-ascii" }), days)
        .map(([en, on]) => ({ name: { en }, on })),
    },
  ),
  { minLength: 1, maxLength: 9 },
);

/** Of each day, the last step that said something of a thing; the days beside each other of which the same step says the same are one term. */
function terms<T>(said: { on: Period; what: T }[]): { valid: Period; what: T; place: number }[] {
  const last = (day: Day) => said.findLastIndex(({ on }) => contains(on, day));
  const found: { valid: Period; what: T; place: number }[] = [];
  for (const day of window) {
    const place = last(day);
    const one = said[place];
    if (!one) continue;
    const before = found.at(-1);
    if (before?.place === place && before.valid.until === day) before.valid.until = addDays(day, 1);
    else found.push({ valid: { from: day, until: addDays(day, 1) }, what: one.what, place });
  }
  // Nothing begins or ends after the window: what holds on its last day is open.
  for (const one of found) if (one.valid.until === addDays(window.at(-1) ?? "", 1)) one.valid.until = null;
  return found;
}

type Written = { number: number; id: string };

/** What the plain list of steps says by itself: no rows, no ranges, only days. */
function toldBy(steps: (Step & { written?: Written })[]): { facts: RegisterFacts; behind: Behind } {
  const decided = steps.flatMap((step) => ("changes" in step ? step.changes.map((change) => ({ change, written: step.written })) : []));
  const ends = new Map<string, Behind["endedBy"] extends (...asked: never[]) => infer E ? E : never>();
  const of = (thing: string) => {
    const said = decided.filter(({ change }) => thingOf(change) === thing);
    const all = terms(said.map(({ change, written }) => ({ on: change, what: { change, written } })));
    return all.flatMap(({ valid, what: { change, written } }) => {
      if (!change.holds) return [];
      const cut = valid.until !== null && change.until !== valid.until;
      const by = cut ? said.findLast(({ change }) => contains(change, valid.until ?? "")) : undefined;
      if (by) ends.set(`${thing} ${valid.until}`, { number: by.written?.number ?? 0, kind: "correct", decidedOn: "2026-01-01" });
      return [{ ...change.holds, key: "key" in change ? change.key : "", authorityId, valid, decisionId: written?.id ?? null }];
    });
  };
  const named = steps.flatMap((step) => ("name" in step ? [{ on: step.on, what: step.name }] : []));
  const facts = {
    names: terms(named).map(({ valid, what }) => ({ ...valid, name: what })),
    registrations: of("registration") as RegisterFacts["registrations"],
    accreditations: ["k0", "k1"].flatMap((key) => of(`accreditation ${key}`)) as RegisterFacts["accreditations"],
    restrictions: ["k0", "k1"].flatMap((key) => of(`restriction ${key}`)) as RegisterFacts["restrictions"],
  };
  for (const one of facts.accreditations) one.accreditingBodyId = authorityId;
  const about = { kind: "correct", decidedOn: "2026-01-01", authorityId, documentUrl: null, statement: {}, reviewOn: null };
  const behind: Behind = {
    decisions: new Map(decided.map(({ written }) => [written?.id ?? "", { ...about, number: written?.number ?? 0 }])),
    organisations: new Map([[authorityId, { slug: "council", name: { en: "Council" } }]]),
    endedBy: (thing, until) => ends.get(`${thing.of === "registration" ? thing.of : `${thing.of} ${thing.key}`} ${until}`) ?? null,
  };
  return { facts, behind };
}

const questions = fc.record({
  eqf: fc.constantFrom(null, 4, 5, 6),
  field: fc.constantFrom(null, "06", "0613", "0714"),
  validOn: fc.constantFrom(...window),
});

it("every answer is what the plain list of decisions and names says, for any two days, and a past day's answer never changes", async () => {
  const steps = history.chain((all) => fc.tuple(fc.constant(all), fc.array(questions, { minLength: 4, maxLength: 4 })));
  await fc.assert(
    fc.asyncProperty(steps, async ([all, asked]) => {
      const slug = `college-${crypto.randomUUID()}`;
      const id = await anOrganisation(slug, null);
      const known: (Step & { written?: Written })[] = [];
      const given: { day: Day; answers: unknown[] }[] = [];

      const ask = async (asKnownOn: Day | Moment | null) =>
        await Promise.all(asked.map((one) => answerQuestion({ id, slug }, { ...one, asKnownOn })));
      for (const [place, step] of all.entries()) {
        const day = addDays("2026-01-01", place);
        known.push("changes" in step ? { ...step, written: await decide(id, step.changes, day) } : step);
        if ("name" in step)
          await decide(id, [{ of: "name", ...step.on, from: step.on.from ?? "0001-01-01", holds: { name: step.name } }], day);
        const answers = await ask(day);
        const { facts, behind } = toldBy(known);
        const asKnownAt = endOfDay(day, zone);
        for (const [position, answer] of answers.entries()) {
          const question = { ...(asked[position] as (typeof asked)[number]), asKnownOn: day };
          const name = facts.names.find((one) => contains(one, question.validOn)) ?? facts.names.at(-1);
          const expected = toAnswerDocument({
            register: answer.register,
            question,
            provider: { id, slug, name: name?.name ?? {} },
            asKnownAt,
            answer: answerTo(question, facts),
            behind,
          });
          expect(answer).toEqual(expected);
        }
        given.push({ day, answers });
        // As it is known now is as it was known at the last of these moments.
        for (const [position, { question, asKnownAt: _, ...now }] of (await ask(null)).entries())
          expect(now).toEqual({
            register: answers[position]?.register,
            answer: answers[position]?.answer,
            basis: answers[position]?.basis,
          });
      }
      for (const { day, answers } of given) expect(await ask(day)).toEqual(answers);
    }),
    { numRuns: 30 },
  );
}, 120_000);

it("who asks for a moment just past waits for the decision that is under way, since the answer would be another one afterwards", async () => {
  const [id, slug] = [await anOrganisation("college"), "college"];
  await decide(id, [{ of: "registration", from: "2026-01-01", until: null, holds: { status: "registered" } }], "2026-01-02");
  const written = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const suspension: Change = { of: "registration", from: "2026-02-01", until: null, holds: { status: "suspended" } };
  const decision = { kind: "suspend" as const, authorityId, organisationId: id, decidedOn: "2026-02-01", effectiveFrom: "2026-02-01" };
  const deciding = db.transaction(async (tx) => {
    await recordDecision(tx, system, { ...decision, changes: [suspension] });
    written.resolve();
    await go.promise;
  });
  await written.promise;
  const asKnownOn = toMoment(new Date(Date.now() + 5).toISOString()) ?? "";
  const asking = answerQuestion({ id, slug }, { eqf: null, field: null, validOn: "2026-03-01", asKnownOn });
  expect(await Promise.race([asking, pause(300, "waits")])).toBe("waits");
  go.resolve();
  await deciding;
  expect((await asking).answer.reason).toEqual({ code: "suspended", since: "2026-02-01" });
});

async function decide(organisationId: string, changes: Change[], day: Day): Promise<Written> {
  const decision = { kind: "correct" as const, authorityId, organisationId, decidedOn: "2026-01-01", effectiveFrom: "2026-01-01", changes };
  const filled = changes.map((one) =>
    one.of === "accreditation" && one.holds ? { ...one, holds: { ...one.holds, accreditingBodyId: authorityId } } : one,
  );
  const { id } = await db.transaction((tx) => recordDecision(tx, system, { ...decision, changes: filled }, new Date(`${day}T09:00:00Z`)));
  const [row] = await db.select({ number: decisions.number }).from(decisions).where(eq(decisions.id, id));
  return { id, number: row?.number ?? 0 };
}
