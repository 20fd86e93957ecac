import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/db";
import { applications, people, reports } from "@/db/schema";
import type { Actor, Role } from "@/lib/auth/permissions";
import { begun, type Passage } from "@/lib/casework/casework";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { shippedCriteria } from "@/lib/criteria/queries";
import { addDays, type Day, daysBetween } from "@/lib/days/days";
import { emptyDatabase } from "@/lib/testing/database";
import { anOrganisation, aProvider } from "@/lib/testing/registry";
import { listCaseAges } from "./queries";
import { type Span, spansOf } from "./spans";

const day = today();
const noon = (on: Day) => new Date(`${on}T11:00:00Z`);
const as = (role: Role, organisationId: string | null): Actor => ({ id: "person:p", role, organisationId });
let authorityId: string;

beforeEach(async () => {
  await emptyDatabase();
  authorityId = await anOrganisation(country.authorities[0]?.slug ?? "", { en: "Council" }, { roles: ["competent-authority"] });
});

/** What somebody counts who has the cases before them: the one in the middle has at least half before it. */
function plain(spans: Span[], on: Day) {
  const open = spans.filter(({ from, until }) => from <= on && (until === null || until > on));
  const ages = open.map(({ since }) => daysBetween(since, on));
  const middle = ages.filter((age) => 2 * ages.filter((other) => other <= age).length >= ages.length);
  const late = open.filter(({ dueOn }) => dueOn !== null && dueOn < on).length;
  return { open: open.length, median: ages.length ? Math.min(...middle) : 0, oldest: Math.max(0, ...ages), late };
}

it("tells of reports what a plain count tells, now and at the end of each month", async () => {
  const [inside, outside] = [await aProvider({ nuts: "BE234" }), await aProvider({ nuts: "BE332" })];
  const given = fc.record({ back: fc.nat(400), took: fc.option(fc.nat(200)), due: fc.integer({ min: 1, max: 60 }), ours: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(given, { maxLength: 25 }), async (all) => {
      await db.delete(reports);
      const rows = all.map(({ back, took, due, ours }) => {
        const from = addDays(day, -back);
        const until = took === null || took > back ? null : addDays(from, took);
        return { from, until, dueOn: addDays(from, due), ours };
      });
      if (rows.length > 0)
        await db.insert(reports).values(
          rows.map(({ from, until, dueOn, ours }) => ({
            tokenHash: crypto.randomUUID(),
            digest: crypto.randomUUID(),
            organisationId: (ours ? inside : outside).id,
            page: "providers/x",
            kind: "wrong",
            text: "Something is wrong here.",
            locale: "en",
            receivedAt: noon(from),
            dueOn,
            closedAt: until === null ? null : noon(until),
          })),
        );
      const spans = rows
        .filter(({ ours }) => ours)
        .map(({ from, until, dueOn }): Span => ({ kind: "report", stage: "received", since: from, from, until, dueOn }));
      const [found] = (await listCaseAges(as("analyst", authorityId), day)).filter(({ kind }) => kind === "report");
      expect(found).toMatchObject(plain(spans, day));
      expect(found?.months).toHaveLength(13);
      for (const month of found?.months ?? []) expect(month).toEqual({ day: month.day, ...plain(spans, month.day) });
    }),
    { numRuns: 40 },
  );
});

it("tells of applications by stage, and that nobody is late while the applicant is asked", async () => {
  const [person] = await db.insert(people).values({ email: "a@example.org", locale: "en" }).returning({ id: people.id });
  const sent = (back: number, more: object = {}) => ({
    applicantId: person?.id ?? "",
    status: "submitted" as const,
    content: {},
    authorityId,
    submittedAt: noon(addDays(day, -back)),
    ...more,
  });
  await db
    .insert(applications)
    .values([
      sent(90),
      sent(1),
      sent(80, { status: "questioned" }),
      sent(50, { status: "refused", decidedAt: noon(addDays(day, -9)) }),
      sent(9, { authorityId: null }),
    ]);
  const ages = (await listCaseAges(as("analyst", authorityId), day)).filter(({ kind }) => kind === "application");
  expect(ages).toMatchObject([
    { stage: "", open: 3, median: 80, oldest: 90, late: 1 },
    { stage: "gateway", open: 3, median: 80, oldest: 90, late: 1 },
  ]);
});

it("is for the authority alone", async () => {
  const provider = await aProvider();
  for (const actor of [as("manager", provider.id), as("person", null)]) expect(await listCaseAges(actor, day)).toEqual([]);
});

it("lets no clock of the authority run in a window of the applicant, which closes by itself", () => {
  const state = begun("2026-01-05", shippedCriteria.days);
  const window: Passage = { stage: "appeal", enteredOn: "2026-02-01", dueOn: "2026-03-03", leftOn: null, by: [], outcome: null };
  const [first] = state.path;
  const spans = spansOf({ ...state, stage: "appeal", path: [...(first ? [{ ...first, leftOn: "2026-02-01" }] : []), window] });
  expect(spans.map(({ stage, since, until, dueOn }) => [stage, since, until, dueOn === null])).toEqual([
    ["gateway", "2026-01-05", "2026-02-01", false],
    ["appeal", "2026-01-05", "2026-03-04", true],
  ]);
});
