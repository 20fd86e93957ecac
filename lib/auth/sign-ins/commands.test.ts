import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db";
import { events, memberships, signInLinks } from "@/db/schema";
import { suspendAccount } from "@/lib/accounts/keeping/commands";
import { actorOf } from "@/lib/auth/actor";
import { operator } from "@/lib/auth/permissions";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember, aPerson } from "@/lib/testing/people";
import { anOrganisation } from "@/lib/testing/registry";
import { actFor, beginSignIn, endOtherSignIns, keepPerson, keepSignInLink, takeSignInLink } from "./commands";
import { findSignedIn } from "./queries";

beforeEach(emptyDatabase);
afterEach(() => vi.unstubAllEnvs());

const nextWeek = () => new Date(Date.now() + 7 * 24 * 60 * 60 * 1000);

test("a suspended account has no session from the next request on, and none begins", async () => {
  const { personId } = await aPerson();
  await beginSignIn(personId, "one", nextWeek());
  expect((await findSignedIn("one"))?.personId).toBe(personId);
  await suspendAccount(operator("test"), personId, "A lost key");
  expect(await findSignedIn("one")).toBeUndefined();
  await beginSignIn(personId, "two", nextWeek());
  expect(await findSignedIn("two")).toBeUndefined();
  const happened = await db.select({ type: events.type }).from(events).where(eq(events.subjectId, personId));
  expect(happened.map(({ type }) => type)).toContain("person.suspended");
});

test("the session of an invented person counts while the demonstration is on, by either door, and anybody else's always", async () => {
  const [invented, real] = [await aPerson("invented@demonstration.example"), await aPerson("real@example.org")];
  await beginSignIn(invented.personId, "invented", nextWeek());
  await beginSignIn(real.personId, "real", nextWeek());
  expect((await findSignedIn("invented"))?.personId).toBe(invented.personId);
  // The mode is read once, when a process starts.
  vi.stubEnv("DEMONSTRATION", "off");
  vi.resetModules();
  const off = await import("./queries");
  expect(await off.findSignedIn("invented")).toBeUndefined();
  expect(await off.findSignIn("invented")).toBeUndefined();
  expect((await off.findSignedIn("real"))?.personId).toBe(real.personId);
  expect((await off.findSignIn("real"))?.person.id).toBe(real.personId);
});

test("signing out everywhere leaves the session that asks, and nobody else's", async () => {
  const [one, other] = [await aPerson(), await aPerson()];
  for (const token of ["here", "there", "elsewhere"]) await beginSignIn(one.personId, token, nextWeek());
  await beginSignIn(other.personId, "other", nextWeek());
  expect(await endOtherSignIns(one, "here")).toBe(2);
  expect(await findSignedIn("there")).toBeUndefined();
  expect(await findSignedIn("here")).toBeDefined();
  expect(await findSignedIn("other")).toBeDefined();
});

test("a mailed link works once, even for two who come at the same time, and not once it is over", async () => {
  await keepSignInLink("a@example.org", "hash", nextWeek());
  const both = await Promise.all([takeSignInLink("A@example.org", "hash"), takeSignInLink("a@example.org", "hash")]);
  expect(both.filter(Boolean)).toHaveLength(1);
  await keepSignInLink("a@example.org", "old", nextWeek());
  await db.update(signInLinks).set({ expiresAt: sql`now() - interval '1 second'` });
  expect(await takeSignInLink("a@example.org", "old")).toBeUndefined();
});

test("two first visits at once make one person", async () => {
  const visit = () => keepPerson({ email: "New@Example.org", name: "New", locale: "en", isVerified: true });
  const [one, two] = await Promise.all([visit(), visit()]);
  expect(one.id).toBe(two.id);
  expect(one.email).toBe("new@example.org");
});

test("one acts for one's own organisations only, and no longer for one that took one out", async () => {
  const [own, foreign] = [await anOrganisation("own"), await anOrganisation("foreign")];
  const member = await aMember(own, "manager");
  await beginSignIn(member.personId, "token", nextWeek());
  expect((await actFor(member, "token", foreign)).ok).toBe(false);
  const signedIn = await findSignedIn("token");
  expect(signedIn && actorOf(signedIn)).toEqual({ id: member.id, role: "manager", organisationId: own });
  await db.delete(memberships).where(eq(memberships.personId, member.personId));
  const now = await findSignedIn("token");
  expect(now && actorOf(now)).toEqual({ id: member.id, role: "person", organisationId: null });
});
