import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, memberships } from "@/db/schema";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember, aPerson } from "@/lib/testing/people";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { changeRole, leaveTeam, takeOut } from "./commands";
import { listTeam } from "./queries";

let provider: TestProvider;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
});

const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";
const typesOf = async (id: string) =>
  (await db.select({ type: events.type }).from(events).where(eq(events.subjectId, id))).map(({ type }) => type);

test("a manager gives a role and takes somebody out, and both stand in the events", async () => {
  const manager = await aMember(provider.id, "manager");
  const editor = await aMember(provider.id, "editor");
  expect(codes(await changeRole(manager, editor.personId, "viewer"))).toBe("ok");
  expect((await listTeam(manager)).find(({ personId }) => personId === editor.personId)?.role).toBe("viewer");
  expect(codes(await changeRole(manager, editor.personId, "viewer"))).toBe("ok");
  expect(codes(await takeOut(manager, editor.personId))).toBe("ok");
  expect(await listTeam(manager)).toHaveLength(1);
  expect(await typesOf(editor.personId)).toEqual(["member.changed", "member.removed"]);
  const [recorded] = await db.select().from(events).where(eq(events.subjectId, editor.personId));
  expect(recorded).toMatchObject({ actor: manager.id, organisationId: provider.id, subject: "person", after: { role: "viewer" } });
});

test("an authority's role is none of a provider's", async () => {
  const manager = await aMember(provider.id, "manager");
  expect(codes(await changeRole(manager, manager.personId, "registrar"))).toEqual(["valueNotAccepted"]);
});

test("whoever leads no team changes none", async () => {
  const manager = await aMember(provider.id, "manager");
  for (const actor of [await aMember(provider.id, "editor"), await aMember(provider.id, "viewer"), await aPerson()]) {
    expect(codes(await changeRole(actor, manager.personId, "viewer"))).toEqual(["notAllowed"]);
    expect(codes(await takeOut(actor, manager.personId))).toEqual(["notAllowed"]);
  }
});

test("members of another organisation are not there", async () => {
  const other = await aMember((await aProvider()).id, "manager");
  const manager = await aMember(provider.id, "manager");
  expect(codes(await changeRole(other, manager.personId, "viewer"))).toEqual(["memberUnknown"]);
  expect(codes(await takeOut(other, manager.personId))).toEqual(["memberUnknown"]);
  expect((await listTeam(other)).map(({ personId }) => personId)).toEqual([other.personId]);
  expect(codes(await takeOut(other, "no-id-at-all"))).toEqual(["memberUnknown"]);
});

test("anyone leaves, but not the last manager", async () => {
  const manager = await aMember(provider.id, "manager");
  const viewer = await aMember(provider.id, "viewer");
  expect(codes(await leaveTeam(viewer))).toBe("ok");
  expect(codes(await leaveTeam(manager))).toEqual(["lastManager"]);
  expect(codes(await changeRole(manager, manager.personId, "editor"))).toEqual(["lastManager"]);
  expect(await listTeam(manager)).toHaveLength(1);
});

test("of two managers who leave at the same time one stays", async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await aProvider();
    const [one, other] = [await aMember(id, "manager"), await aMember(id, "manager")];
    const both = await Promise.all([leaveTeam(one), round % 2 ? leaveTeam(other) : changeRole(other, other.personId, "viewer")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const left = await db.select().from(memberships).where(eq(memberships.organisationId, id));
    expect(left.filter(({ role }) => role === "manager")).toHaveLength(1);
  }
});
