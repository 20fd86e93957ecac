import fc from "fast-check";
import { afterAll, beforeEach, expect, it } from "vitest";
import { client, db } from "@/db";
import { decisions } from "@/db/schema";
import { contains, type Day, intersection } from "@/lib/days/days";
import { emptyDatabase } from "@/lib/testing/database";
import { aDay, aRealPeriod, window } from "@/lib/testing/days";
import { anOrganisation } from "@/lib/testing/registry";
import { factsOf } from "@/lib/visibility/queries";
import { recordDecision } from "./commands";
import { type AccreditationTerms, type Change, type RestrictionTerms, thingOf } from "./decision";

const system = { id: "operator:test", role: "system", organisationId: null } as const;
let [authorityId, organisationId] = ["", ""];

beforeEach(async () => {
  await emptyDatabase();
  authorityId = await anOrganisation("council", { en: "Council" }, { roles: ["competent-authority"] });
  organisationId = await anOrganisation("college");
});
afterAll(() => client.end());

const decide = (changes: Change[], at: Date) =>
  db.transaction((tx) =>
    recordDecision(
      tx,
      system,
      { kind: "correct", authorityId, organisationId, decidedOn: "2026-01-01", effectiveFrom: "2026-01-01", changes },
      at,
    ),
  );

const terms = (level: number): AccreditationTerms => ({
  accreditingBodyId: authorityId,
  title: { en: "Label" },
  type: "institutional-license",
  standard: "esg",
  standardLabel: {},
  eqfLevels: [level],
  fields: null,
  settings: null,
  jurisdictions: null,
  offeringId: null,
  effect: "full",
  effectOn: null,
  decisionUrl: null,
  reportUrl: null,
});
const limits = (effect: "hidden" | "warning"): RestrictionTerms => ({
  eqfLevels: null,
  fields: ["06"],
  settings: null,
  offeringId: null,
  effect,
  effectOn: null,
});

const days = fc.oneof(
  aRealPeriod.filter(({ from }) => from !== null),
  aDay.map((from) => ({ from, until: null })),
);
const someChange: fc.Arbitrary<(level: number) => Change> = fc
  .tuple(days, fc.constantFrom("registration" as const, "accreditation" as const, "restriction" as const), fc.nat(2), fc.boolean())
  .map(([{ from, until }, of, which, holds]) => (level: number): Change => {
    const when = { from: from as Day, until };
    if (of === "registration")
      return { of, ...when, holds: holds ? { status: (["registered", "suspended", "withdrawn"] as const)[which] ?? "registered" } : null };
    const key = `k${which % 2}`;
    if (of === "accreditation") return { of, key, ...when, holds: holds ? terms(level) : null };
    return { of, key, ...when, holds: holds ? limits(which === 0 ? "hidden" : "warning") : null };
  });

/** A decision says of each day of a thing once. */
function consistent(changes: Change[]): Change[] {
  return changes.filter(
    (one, place) =>
      !changes.slice(0, place).some((earlier) => thingOf(earlier) === thingOf(one) && intersection([earlier], [one]).length > 0),
  );
}

/** What the list of decisions says by itself: of a day, the last that said something of it, among those known by then. */
function told(history: Change[][], of: Change["of"], key: string | null, day: Day) {
  const said = history.flat().filter((one) => one.of === of && (!("key" in one) || one.key === key));
  return said.filter((one) => contains(one, day)).at(-1)?.holds ?? null;
}

it("the register answers any two days as the plain list of its decisions does, and never answers a past day otherwise later", {
  timeout: 180_000,
}, async () => {
  const histories = fc.array(fc.array(someChange, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(histories, async (chosen) => {
      organisationId = await anOrganisation(`college-${crypto.randomUUID()}`);
      const history = chosen.map((changes, place) => consistent(changes.map((change) => change((place % 8) + 1))));
      const moments = history.map((_, place) => new Date(Date.UTC(2026, 0, 1 + place)));
      for (const [place, changes] of history.entries()) await decide(changes, moments[place] as Date);

      for (const [place, moment] of moments.entries()) {
        const known = (await factsOf(db, [organisationId], moment)).get(organisationId);
        const list = history.slice(0, place + 1);
        for (const day of window) {
          const status = known?.registrations.filter(({ valid }) => contains(valid, day)).map((one) => one.status);
          const registration = told(list, "registration", null, day) as { status: string } | null;
          expect(status, `${day} as known ${place}`).toEqual(registration ? [registration.status] : []);
          for (const key of ["k0", "k1"]) {
            const accredited = known?.accreditations.filter((one) => one.key === key && contains(one.valid, day));
            const accreditation = told(list, "accreditation", key, day) as AccreditationTerms | null;
            expect(accredited?.map(({ eqfLevels }) => eqfLevels)).toEqual(accreditation ? [accreditation.eqfLevels] : []);
            const restricted = known?.restrictions.filter((one) => one.key === key && contains(one.valid, day));
            const restriction = told(list, "restriction", key, day) as RestrictionTerms | null;
            expect(restricted?.map(({ effect }) => effect)).toEqual(restriction ? [restriction.effect] : []);
          }
        }
      }
    }),
    { numRuns: 25 },
  );
});

it("of two decisions at one moment the second is known later", async () => {
  const at = new Date("2026-11-01T10:00:00Z");
  const status = (status: "registered" | "suspended"): Change => ({
    of: "registration",
    from: "2026-01-01",
    until: null,
    holds: { status },
  });
  await decide([status("registered")], at);
  await Promise.all([decide([status("suspended")], at), decide([status("registered")], at)]);
  const known = await db.select({ at: decisions.recordedAt }).from(decisions);
  expect(known).toHaveLength(3);
  expect((await factsOf(db, [organisationId])).get(organisationId)?.registrations).toHaveLength(1);
});

it("an accreditation cut short is no longer stated as open", async () => {
  const open: Change = { of: "accreditation", key: "k", from: "2026-01-01", until: null, holds: terms(5) };
  await decide([open], new Date("2026-01-01T10:00:00Z"));
  await decide([{ ...open, from: "2027-01-01", holds: null }], new Date("2026-06-01T10:00:00Z"));
  const [now] = (await factsOf(db, [organisationId])).get(organisationId)?.accreditations ?? [];
  expect(now).toMatchObject({ valid: { from: "2026-01-01", until: "2027-01-01" }, openEnded: false });
});
