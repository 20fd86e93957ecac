import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, memberships, people } from "@/db/schema";
import { accountQuery } from "@/lib/accounts/overview/list";
import { findAccount, findTeamOf, listAccounts, listLeaderless } from "@/lib/accounts/overview/queries";
import { operator } from "@/lib/auth/permissions";
import { beginSignIn } from "@/lib/auth/sign-ins/commands";
import { findSignedIn } from "@/lib/auth/sign-ins/queries";
import { changeRole, leaveTeam, takeOut } from "@/lib/team/commands";
import { invite } from "@/lib/team/invitations/commands";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember, aPerson } from "@/lib/testing/people";
import { anOrganisation, aProvider, type TestProvider } from "@/lib/testing/registry";
import { readmitAccount, signOutAccount, suspendAccount } from "./commands";

/** The keeper of the demonstration's country, and another authority. */
let keeper: string;
let other: string;
let provider: TestProvider;

beforeEach(async () => {
  await emptyDatabase();
  keeper = await anOrganisation("leerpadenraad", { en: "Paths Council" }, { roles: ["competent-authority"], nuts: "BE2" });
  other = await anOrganisation("conseil-des-parcours", { en: "Pathways Council" }, { roles: ["competent-authority"], nuts: "BE3" });
  provider = await aProvider({ slug: "verger", nuts: "BE332" });
});

const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";
const chief = async () => ({ ...(await aMember(keeper, "administrator")), keeps: true });
const inAnHour = () => new Date(Date.now() + 3_600_000);
const isSuspended = async (id: string) => (await db.select().from(people).where(eq(people.id, id)))[0]?.suspendedAt != null;
const typesOf = async (id: string) =>
  (await db.select({ type: events.type, after: events.after }).from(events).where(eq(events.subjectId, id)).orderBy(events.id)).map(
    ({ type }) => type,
  );

test("the keeper suspends anybody, who is out at once, and lets them in again; each is told in the trail once", async () => {
  const [boss, manager] = [await chief(), await aMember(provider.id, "manager")];
  await beginSignIn(manager.personId, "token", inAnHour());
  expect(codes(await suspendAccount(boss, manager.personId, "A lost key"))).toBe("ok");
  expect(codes(await suspendAccount(boss, manager.personId, "Clicked twice"))).toBe("ok");
  expect(await findSignedIn("token")).toBeUndefined();
  expect(await findAccount(boss, manager.personId)).toMatchObject({ suspendedReason: "A lost key", signIns: [], mayKeep: true });
  expect(codes(await readmitAccount(boss, manager.personId))).toBe("ok");
  expect(codes(await readmitAccount(boss, manager.personId))).toBe("ok");
  await beginSignIn(manager.personId, "again", inAnHour());
  expect(codes(await signOutAccount(boss, manager.personId))).toBe("ok");
  expect(await findSignedIn("again")).toBeUndefined();
  expect(await typesOf(manager.personId)).toEqual([
    "person.signed-in",
    "person.suspended",
    "person.readmitted",
    "person.signed-in",
    "person.signed-out",
  ]);
});

test("another authority keeps the accounts of its own people alone; of others it changes nothing, or they are not there", async () => {
  const [administrator, registrar] = [await aMember(other, "administrator"), await aMember(other, "registrar")];
  const [ofProvider, ofKeeper] = [await aMember(provider.id, "manager"), await aMember(keeper, "registrar")];
  const both = await aMember(other, "auditor");
  await db.insert(memberships).values({ personId: both.personId, organisationId: provider.id, role: "viewer" });
  expect(codes(await suspendAccount(administrator, registrar.personId, "Left"))).toBe("ok");
  expect(codes(await suspendAccount(administrator, ofProvider.personId, "Why not"))).toEqual(["accountOfOthers"]);
  expect(codes(await signOutAccount(administrator, both.personId))).toEqual(["accountOfOthers"]);
  expect(codes(await suspendAccount(administrator, ofKeeper.personId, "Why not"))).toEqual(["accountUnknown"]);
  expect(codes(await suspendAccount(administrator, administrator.personId, "Me"))).toEqual(["ownAccount"]);
  expect(codes(await suspendAccount(administrator, "nobody", "Me"))).toEqual(["accountUnknown"]);
  for (const role of ["registrar", "auditor", "analyst", "assessor"] as const)
    expect(codes(await suspendAccount({ ...(await aMember(other, role)), keeps: true }, both.personId, "No"))).toEqual(["notAllowed"]);
  expect(codes(await suspendAccount(ofProvider, both.personId, "No"))).toEqual(["notAllowed"]);
  expect(await isSuspended(ofProvider.personId)).toBe(false);
  expect(codes(await changeRole(administrator, ofProvider.personId, "viewer", provider.id))).toEqual(["notAllowed"]);
  expect(codes(await takeOut(administrator, both.personId, provider.id))).toEqual(["notAllowed"]);
  expect(codes(await takeOut(administrator, both.personId))).toBe("ok");
});

test("the keeper changes any team, and brings a new manager to one that nobody leads", async () => {
  const [boss, manager, viewer] = [await chief(), await aMember(provider.id, "manager"), await aMember(provider.id, "viewer")];
  expect(await listLeaderless(boss)).toEqual([]);
  expect(codes(await changeRole(boss, viewer.personId, "editor", provider.id))).toBe("ok");
  expect(codes(await takeOut(boss, manager.personId, provider.id))).toEqual(["lastManager"]);
  await suspendAccount(boss, manager.personId, "Gone");
  expect((await listLeaderless(boss)).map(({ slug }) => slug)).toEqual(["verger"]);
  expect(await listLeaderless(await aMember(other, "administrator"))).toEqual([]);
  const team = await findTeamOf(boss, "garden college");
  expect(team?.id).toBe(provider.id);
  const input = { email: "new@verger.example", role: "manager", locale: "en" } as const;
  expect(codes(await invite(boss, input, team?.id))).toBe("ok");
  expect(codes(await invite(await aMember(other, "administrator"), input, provider.id))).toEqual(["notAllowed"]);
  expect(codes(await invite(boss, { ...input, role: "registrar" }, provider.id))).toEqual(["valueNotAccepted"]);
  expect(await findTeamOf(await aMember(other, "administrator"), "verger")).toBeUndefined();
});

test("a suspended manager leads no team: the other is then the last", async () => {
  const [boss, one, two] = [await chief(), await aMember(provider.id, "manager"), await aMember(provider.id, "manager")];
  await suspendAccount(boss, one.personId, "Gone");
  expect(codes(await leaveTeam(two))).toEqual(["lastManager"]);
});

test("the last administrator of the keeper is neither suspended nor taken out, however many try at once", async () => {
  const boss = await chief();
  expect(codes(await suspendAccount(operator("test"), boss.personId, "No"))).toEqual(["lastAdministrator"]);
  expect(codes(await takeOut(boss, boss.personId))).toEqual(["lastManager"]);
  for (let round = 0; round < 6; round++) {
    await db.delete(memberships).where(eq(memberships.organisationId, keeper));
    const [one, two] = [await chief(), await chief()];
    const acts = [
      () => Promise.all([suspendAccount(one, two.personId, "You"), suspendAccount(two, one.personId, "No, you")]),
      () => Promise.all([suspendAccount(one, two.personId, "You"), leaveTeam(one)]),
      () => Promise.all([takeOut(one, two.personId), suspendAccount(two, one.personId, "No, you")]),
    ];
    await acts[round % acts.length]?.();
    const left = await db
      .select({ suspendedAt: people.suspendedAt })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(eq(memberships.organisationId, keeper));
    expect(left.filter(({ suspendedAt }) => suspendedAt === null).length, `round ${round}`).toBeGreaterThan(0);
  }
});

test("people are found by name, address, organisation, role, state and last sign-in, by those who oversee them", async () => {
  const [boss, mia] = [await chief(), await aMember(provider.id, "manager", "mia@verger.example")];
  const [loose, elsewhere] = [await aPerson("loose@example.org"), await aMember(keeper, "analyst", "ana@council.example")];
  await beginSignIn(mia.personId, "token", inAnHour());
  const administrator = await aMember(other, "administrator", "adm@conseil.example");
  const found = async (given: Record<string, string>, actor = { ...boss } as Parameters<typeof listAccounts>[0]) =>
    (await listAccounts(actor, accountQuery.parse(given)))?.rows.map(({ email }) => email);
  expect(await found({ q: "MIA verger" })).toEqual([mia.email]);
  expect(await found({ q: "loose" })).toEqual([loose.email]);
  expect(await found({ organisation: "garden", role: "manager" })).toEqual([mia.email]);
  expect(await found({ organisation: "garden", role: "viewer" })).toEqual([]);
  expect(await found({ seen: "month" })).toEqual([mia.email]);
  expect(await found({ seen: "never", q: "mia" })).toEqual([]);
  await suspendAccount(boss, elsewhere.personId, "Gone");
  expect(await found({ state: "suspended" })).toEqual([elsewhere.email]);
  expect(await found({}, administrator)).toEqual([administrator.email, mia.email]);
  expect(await findAccount(administrator, elsewhere.personId)).toBeUndefined();
  expect(await findAccount(administrator, mia.personId)).toMatchObject({ mayKeep: false, memberships: [{ mayChange: false }] });
  expect(await findAccount(boss, "no-id")).toBeUndefined();
  expect(await found({}, await aMember(other, "registrar"))).toBeUndefined();
});
