import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, invitations, lists, memberships, notices, organisationNames, organisations } from "@/db/schema";
import { beginSignIn } from "@/lib/auth/sign-ins/commands";
import { findSignedIn, listMembershipsOf } from "@/lib/auth/sign-ins/queries";
import { today } from "@/lib/clock";
import { addDays, toRange } from "@/lib/days/days";
import { acceptInvitation } from "@/lib/team/invitations/commands";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember, aPerson } from "@/lib/testing/people";
import { anOrganisation } from "@/lib/testing/registry";
import { closeEndedServices, endService, registerService } from "./commands";
import { serviceInput } from "./input";
import { listServices } from "./queries";

let keeper: string;

beforeEach(async () => {
  await emptyDatabase();
  keeper = await anOrganisation("leerpadenraad", { en: "Paths Council" }, { roles: ["competent-authority"] });
});

const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";
const chief = async () => ({ ...(await aMember(keeper, "administrator")), keeps: true });
const form = (name: string, change: Record<string, string> = {}) => ({
  "names.nl": name,
  "names.fr": `${name} fr`,
  "names.de": `${name} de`,
  "names.en": `${name} en`,
  email: "desk@service.example",
  town: "Luik",
  leadEmail: "lead@service.example",
  locale: "fr",
  ...change,
});
const input = (name = "Wegwijs") => serviceInput.parse(form(name));
const typesOf = async (id: string) =>
  (await db.select({ type: events.type }).from(events).where(eq(events.subjectId, id)).orderBy(events.id)).map(({ type }) => type);
const idOf = async (slug: string) => (await db.select().from(organisations).where(eq(organisations.slug, slug)))[0]?.id ?? "";

async function aService(name?: string) {
  const made = await registerService(await chief(), input(name));
  if (!made.ok) throw new Error(made.problems[0]?.code);
  return { ...made.value, organisationId: await idOf(made.value.slug) };
}

test("the keeper registers a service, and whoever is invited leads it", async () => {
  const boss = await chief();
  const { slug, token, organisationId } = await aService();
  expect(await listServices(boss)).toMatchObject([{ slug, town: "Liège", counsellors: 0, leads: 0, invited: 1, lastDay: null }]);
  const lead = await aPerson("lead@service.example");
  expect(codes(await acceptInvitation(lead, token))).toBe("ok");
  expect(await listMembershipsOf(lead.personId)).toMatchObject([{ slug, role: "lead-counsellor", name: { nl: "Wegwijs" } }]);
  expect(await listServices(boss)).toMatchObject([{ counsellors: 1, leads: 1, invited: 0 }]);
  expect(await typesOf(organisationId)).toEqual(["service.registered"]);
});

test("only an administrator of the keeper registers and ends services, or sees them", async () => {
  const { slug, organisationId } = await aService();
  const other = await anOrganisation("conseil", { en: "Council" }, { roles: ["competent-authority"] });
  const others = [
    await aMember(other, "administrator"),
    { ...(await aMember(keeper, "registrar")), keeps: true },
    await aMember(organisationId, "lead-counsellor"),
    await aPerson(),
  ];
  for (const actor of others) {
    expect(codes(await registerService(actor, input("Another")))).toEqual(["notAllowed"]);
    expect(codes(await endService(actor, slug, addDays(today(), 60)))).toEqual(["notAllowed"]);
    expect(await listServices(actor)).toBeUndefined();
  }
});

test("a name is given once, however many register it at once and however it is spelt", async () => {
  const boss = await chief();
  const both = await Promise.all([registerService(boss, input("Wegwijs")), registerService(boss, input("wégwijs"))]);
  expect(both.map(codes).sort()).toEqual([["serviceNameTaken"], "ok"].sort());
  expect(await listServices(boss)).toHaveLength(1);
  expect(await db.select().from(invitations)).toHaveLength(1);
});

test("what is wrong is said at its field", () => {
  const wrong = serviceInput.safeParse(form("", { town: "Atlantis", email: "nobody", leadEmail: "", locale: "xx" }));
  expect(wrong.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual([
    "names.nl textMissing",
    "email emailNotUnderstood",
    "town townUnknown",
    "leadEmail emailNotUnderstood",
    "locale valueNotAccepted",
  ]);
});

test("a service ends on its day: its people are told before, and after it nobody acts for it and nothing of it stays", async () => {
  const boss = await chief();
  const { slug, organisationId } = await aService();
  const counsellor = await aMember(organisationId, "counsellor");
  await beginSignIn(counsellor.personId, "token", new Date(Date.now() + 3_600_000));
  await db.insert(lists).values({ organisationId, personId: counsellor.personId, locale: "en", title: "Wednesday" });
  expect(codes(await endService(boss, slug, addDays(today(), 13)))).toEqual(["serviceEndsTooSoon"]);
  expect(codes(await endService(boss, "nowhere", addDays(today(), 20)))).toEqual(["serviceUnknown"]);
  expect(codes(await endService(boss, slug, addDays(today(), 20)))).toBe("ok");
  expect(codes(await endService(boss, slug, addDays(today(), 20)))).toBe("ok");
  expect(await listServices(boss)).toMatchObject([{ lastDay: addDays(today(), 20) }]);
  expect(await db.select().from(notices)).toMatchObject([{ personId: counsellor.personId, kind: "service-ends" }]);
  await closeEndedServices(addDays(today(), 20));
  expect(await db.$count(lists)).toBe(1);
  expect((await findSignedIn("token"))?.acting?.slug).toBe(slug);

  await closeEndedServices(addDays(today(), 21));
  await closeEndedServices(addDays(today(), 22));
  expect(await db.$count(lists)).toBe(0);
  expect(await db.$count(memberships, eq(memberships.organisationId, organisationId))).toBe(0);
  expect((await findSignedIn("token"))?.acting).toBeNull();
  expect((await db.select().from(invitations))[0]?.revokedAt).not.toBeNull();
  expect(await typesOf(organisationId)).toEqual(["service.registered", "service.ended", "service.closed"]);
});

test("nobody acts for a service that is over, also before anything was deleted", async () => {
  const organisationId = await anOrganisation("was", null, { roles: ["guidance-service"], providerType: null });
  const valid = toRange({ from: "2020-01-01", until: today() });
  await db.insert(organisationNames).values({ organisationId, name: { en: "Once there" }, valid });
  const counsellor = await aMember(organisationId, "counsellor");
  expect(await listMembershipsOf(counsellor.personId)).toEqual([]);
});

test("a last day is taken back before it comes, and the service goes on", async () => {
  const boss = await chief();
  const { slug, organisationId } = await aService();
  await aMember(organisationId, "counsellor");
  await endService(boss, slug, addDays(today(), 20));
  expect(codes(await endService(boss, slug, null))).toBe("ok");
  expect(codes(await endService(boss, slug, null))).toBe("ok");
  expect(await listServices(boss)).toMatchObject([{ lastDay: null }]);
  await closeEndedServices(addDays(today(), 30));
  expect(await db.$count(memberships, eq(memberships.organisationId, organisationId))).toBe(1);
  expect(await db.$count(notices)).toBe(2);
});
