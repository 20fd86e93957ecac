import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, jurisdictionChanges, notices } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { findOversight } from "@/lib/authorities/queries";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { addDays } from "@/lib/days/days";
import { overseenBy } from "@/lib/decisions/overview/queries";
import { findOverseen } from "@/lib/decisions/queries";
import { noticeSentence } from "@/lib/notices/words";
import { competentFor } from "@/lib/reports/competent/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember } from "@/lib/testing/people";
import { anOrganisation, aProvider, type TestProvider } from "@/lib/testing/registry";
import { setClock } from "@/lib/testing/search-engine";
import { listJurisdictionChanges } from "./changes/queries";
import { changeJurisdiction } from "./commands";
import { jurisdictionInput } from "./input";
import { authoritiesOn } from "./jurisdiction";
import { answeringFor, findAssignments } from "./queries";

let flemish: string;
let german: string;
let keeper: Actor;
let provider: TestProvider;

beforeEach(async () => {
  setClock("2026-11-23T12:00:00+01:00");
  await emptyDatabase();
  flemish = await anOrganisation("leerpadenraad", { en: "Paths Council" }, { roles: ["competent-authority"] });
  german = await anOrganisation("rat-der-lernwege", { en: "Ways Council" }, { roles: ["competent-authority"] });
  keeper = { ...(await aMember(flemish, "administrator")), keeps: true };
  provider = await aProvider({ nuts: "BE224" });
});
afterEach(() => setClock("2026-11-23T12:00:00+01:00"));

const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";
const change = { code: "BE22", authorities: ["rat-der-lernwege"], nobody: undefined, from: "2027-01-01", reason: "Decree of 4 May" };

test("from its day on, and not a day before, everybody who asks who answers hears the same", async () => {
  expect(codes(await changeJurisdiction(keeper, change))).toBe("ok");
  const registrars = { [flemish]: await aMember(flemish, "registrar"), [german]: await aMember(german, "registrar") };
  const told = async () => {
    const [own, other] = [flemish, german].map((id) => registrars[id] as Actor);
    const overseen = async (id: string, slug: string) =>
      (await db.execute(sql`select 1 from organisations o where o.id = ${provider.id}::uuid and ${overseenBy(id, slug)}`)).length > 0;
    const competent = await competentFor(provider.id);
    return [
      [
        await overseen(flemish, "leerpadenraad"),
        competent.includes(flemish),
        (await findOverseen(own as Actor, provider.slug)) !== undefined,
      ],
      [
        await overseen(german, "rat-der-lernwege"),
        competent.includes(german),
        (await findOverseen(other as Actor, provider.slug)) !== undefined,
      ],
    ];
  };
  const [yes, no] = [
    [true, true, true],
    [false, false, false],
  ];
  expect(await told()).toEqual([yes, no]);
  setClock("2026-12-31T23:30:00+01:00");
  expect(await told()).toEqual([yes, no]);
  setClock("2027-01-01T00:00:30+01:00");
  expect(await told()).toEqual([no, yes]);
  expect((await findOversight(await aMember(german, "administrator"), "trail.read"))?.organisations).toContain(provider.id);
});

test("the database and the plain rule say the same of every place, before and after changes", async () => {
  await changeJurisdiction(keeper, change);
  await changeJurisdiction(keeper, { ...change, code: "BE2", authorities: ["conseil-des-parcours", "leerpadenraad"], from: "2027-02-01" });
  await changeJurisdiction(keeper, { ...change, code: "BE336", authorities: [], nobody: "yes", from: "2027-02-01" });
  await changeJurisdiction(keeper, { ...change, code: "BE22", authorities: ["leerpadenraad"], from: "2027-03-01" });
  const assignments = await findAssignments();
  for (const day of ["2026-11-23", "2027-01-01", "2027-02-01", "2027-03-01"])
    for (const { nuts } of [...country.places, { nuts: "NL33C" }]) {
      const [row] = await db.execute<{ slugs: string[] }>(sql`select ${answeringFor(sql`${nuts}::text`, day)} as slugs`);
      expect(row?.slugs, `${nuts} on ${day}`).toEqual(authoritiesOn(assignments, nuts, day));
    }
});

test("only the keeper changes, only ahead, and what was sent twice is there once", async () => {
  const { keeps: _, ...plain } = keeper;
  for (const actor of [plain, await aMember(german, "administrator"), { ...keeper, role: "registrar" as const }])
    expect(codes(await changeJurisdiction(actor, change))).toEqual(["notAllowed"]);
  expect(codes(await changeJurisdiction(keeper, { ...change, from: today() }))).toEqual(["dayNotAhead"]);
  expect(codes(await changeJurisdiction(keeper, { ...change, from: addDays(today(), -400) }))).toEqual(["dayNotAhead"]);
  const twice = await Promise.all([changeJurisdiction(keeper, change), changeJurisdiction(keeper, change)]);
  expect(twice.map(codes)).toEqual(["ok", "ok"]);
  expect(codes(await changeJurisdiction(keeper, { ...change, from: "2027-05-01" }))).toEqual(["jurisdictionSame"]);
  expect(await db.select().from(jurisdictionChanges)).toHaveLength(1);
  expect(await db.select().from(events).where(eq(events.type, "jurisdiction.changed"))).toMatchObject([
    { before: { authorities: ["leerpadenraad"] }, after: { region: "BE22", authorities: ["rat-der-lernwege"] } },
  ]);
  expect(await listJurisdictionChanges(await aMember(german, "administrator"))).toMatchObject([
    { code: "BE22", reason: "Decree of 4 May" },
  ]);
  expect(await listJurisdictionChanges(await aMember(german, "auditor"))).toBeUndefined();
});

test("a form says who answers, or that nobody does, of a region that there is", () => {
  const problems = (given: object) => jurisdictionInput.safeParse({ ...change, ...given }).error?.issues.map(({ message }) => message);
  expect(problems({})).toBeUndefined();
  expect(problems({ authorities: [] })).toEqual(["authoritiesUnclear"]);
  expect(problems({ nobody: "yes" })).toEqual(["authoritiesUnclear"]);
  expect(problems({ authorities: [], nobody: "yes" })).toBeUndefined();
  expect(problems({ code: "FR1" })).toEqual(["regionUnknown"]);
  expect(problems({ from: "soon" })).toEqual(["dayNotUnderstood"]);
  expect(problems({ reason: " " })).toEqual(["textMissing"]);
});

test("who gains or loses a region hears of it once, and again when it is undone; nobody else does", async () => {
  const [loses, gains, auditor] = [
    await aMember(flemish, "registrar"),
    await aMember(german, "administrator"),
    await aMember(german, "auditor"),
  ];
  const told = async ({ id }: Actor) =>
    (
      await db
        .select()
        .from(notices)
        .where(eq(notices.personId, id.replace("person:", "")))
        .orderBy(notices.id)
    ).map(({ values, mailedAt }) => [values.change, values.region, mailedAt !== null]);
  await changeJurisdiction(keeper, change);
  await changeJurisdiction(keeper, change);
  expect(await told(loses)).toEqual([["lost", "Limburg (BE22)", true]]);
  expect(await told(gains)).toEqual([["gained", "Limburg (BE22)", true]]);
  await changeJurisdiction(keeper, { ...change, authorities: ["leerpadenraad"] });
  expect((await told(loses)).map(([one]) => one)).toEqual(["lost", "kept"]);
  expect((await told(gains)).map(([one]) => one)).toEqual(["gained", "undone"]);
  expect(await told(auditor)).toEqual([]);
  const [notice] = await db.select().from(notices).where(eq(notices.organisationId, german));
  expect(notice && noticeSentence(notice, "en")).toMatch(/^From 1.January.2027 your authority answers for Limburg \(BE22\)\.$/);
});
