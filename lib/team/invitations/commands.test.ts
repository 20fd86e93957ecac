import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, invitations, memberships } from "@/db/schema";
import { findInvitation, listInvitations } from "@/lib/team/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember, aPerson } from "@/lib/testing/people";
import { anOrganisation, aProvider, type TestProvider } from "@/lib/testing/registry";
import { acceptInvitation, invite, inviteAgain, revokeInvitation } from "./commands";

let provider: TestProvider;
let manager: Awaited<ReturnType<typeof aMember>>;
const guest = { email: "guest@example.org", role: "editor", locale: "nl" } as const;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
  manager = await aMember(provider.id, "manager");
});

const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";

async function sent(given: Parameters<typeof invite>[1] = guest) {
  const made = await invite(manager, given);
  if (!made.ok) throw new Error(made.problems[0]?.code);
  return made.value;
}

test("whoever is invited joins in the role that was meant, once, and nothing but a hash of the link is kept", async () => {
  const { id, token } = await sent();
  expect(JSON.stringify(await db.select().from(invitations))).not.toContain(token);
  expect(await findInvitation(token)).toMatchObject({
    state: "open",
    email: guest.email,
    role: "editor",
    organisation: { en: "Garden College" },
  });
  const person = await aPerson(guest.email);
  const both = await Promise.all([acceptInvitation(person, token), acceptInvitation(person, token)]);
  expect(both.map(codes)).toEqual(["ok", "ok"]);
  expect(await db.select().from(memberships).where(eq(memberships.personId, person.personId))).toMatchObject([
    { organisationId: provider.id, role: "editor" },
  ]);
  const happened = await db.select().from(events).where(eq(events.subjectId, id));
  expect(happened.map(({ type }) => type)).toEqual(["invitation.sent", "invitation.accepted"]);
  expect(await listInvitations(manager)).toEqual([]);
  expect((await findInvitation(token))?.state).toBe("accepted");
});

test("only the invited address may take it up", async () => {
  const { token } = await sent();
  const other = await aPerson("other@example.org");
  expect(codes(await acceptInvitation(other, token))).toEqual(["invitedOtherAddress"]);
  expect(await db.select().from(memberships).where(eq(memberships.personId, other.personId))).toEqual([]);
});

test("an invitation that ran out or was taken back lets nobody in", async () => {
  const person = await aPerson(guest.email);
  const first = await sent();
  await db.update(invitations).set({ expiresAt: sql`now() - interval '1 second'` });
  expect(codes(await acceptInvitation(person, first.token))).toEqual(["invitationOver"]);
  const again = await inviteAgain(manager, first.id, "en");
  if (!again.ok) throw new Error("not sent again");
  expect(codes(await acceptInvitation(person, first.token))).toEqual(["invitationUnknown"]);
  expect(codes(await revokeInvitation(manager, first.id))).toBe("ok");
  expect(codes(await acceptInvitation(person, again.value.token))).toEqual(["invitationUnknown"]);
  expect(codes(await revokeInvitation(manager, first.id))).toEqual(["invitationUnknown"]);
});

test("one address is invited once, however often it is asked, and not when it is in already", async () => {
  const both = await Promise.all([invite(manager, guest), invite(manager, guest)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.flatMap((one) => (one.ok ? [] : one.problems))).toEqual([{ code: "alreadyInvited", field: "email" }]);
  expect(codes(await invite(manager, { ...guest, email: manager.email }))).toEqual(["alreadyMember"]);
});

test("roles fit the organisation", async () => {
  expect(codes(await invite(manager, { ...guest, role: "registrar" }))).toEqual(["valueNotAccepted"]);
  const authority = await anOrganisation("council", { en: "Council" }, { roles: ["competent-authority"] });
  const administrator = await aMember(authority, "administrator");
  expect(codes(await invite(administrator, { ...guest, role: "registrar" }))).toBe("ok");
  expect(codes(await invite(administrator, { ...guest, email: "b@example.org", role: "manager" }))).toEqual(["valueNotAccepted"]);
});

test("an editor invites nobody, and another organisation's invitations are not there", async () => {
  const { id } = await sent();
  const editor = await aMember(provider.id, "editor");
  expect(codes(await invite(editor, guest))).toEqual(["notAllowed"]);
  expect(codes(await revokeInvitation(editor, id))).toEqual(["notAllowed"]);
  const other = await aMember((await aProvider()).id, "manager");
  expect(codes(await revokeInvitation(other, id))).toEqual(["invitationUnknown"]);
  expect(codes(await inviteAgain(other, id, "en"))).toEqual(["invitationUnknown"]);
  expect(codes(await inviteAgain(other, "12", "en"))).toEqual(["invitationUnknown"]);
  expect(await listInvitations(other)).toEqual([]);
});
