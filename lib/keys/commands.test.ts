import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { apiKeys, events, people } from "@/db/schema";
import type { Actor, Role } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { emptyDatabase } from "@/lib/testing/database";
import { anOrganisation, aProvider, type TestProvider } from "@/lib/testing/registry";
import { createKey, noteUse, revokeKey } from "./commands";
import { actorOfKey, expiryBounds } from "./key";
import { findValidKey, listKeys } from "./queries";

let provider: TestProvider;
let personId: string;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
  const [person] = await db.insert(people).values({ email: "m@example.org", name: "Mia", locale: "en" }).returning();
  personId = person?.id ?? "";
});

const as = (role: Role, organisationId: string = provider.id): Actor => ({ id: `person:${personId}`, role, organisationId });
const input = { name: "Course system", scope: "write", expiresOn: expiryBounds(today()).usual } as const;

async function aKey(change: Partial<Parameters<typeof createKey>[1]> = {}) {
  const made = await createKey(as("manager"), { ...input, ...change });
  if (!made.ok) throw new Error(made.problems[0]?.code);
  return made.value;
}

test("a manager makes a key that works, and of which nothing but a hash is kept", async () => {
  const { secret, id } = await aKey();
  expect(secret).toMatch(/^cairn_[\w-]{43}$/);
  const found = await findValidKey(secret);
  expect(found && actorOfKey(found)).toEqual({ id: `key:${id}`, role: "key-write", organisationId: provider.id });
  expect(JSON.stringify([await db.select().from(apiKeys), await db.select().from(events)])).not.toContain(secret.slice(12));
  expect(await listKeys(as("manager"))).toMatchObject([{ id, start: secret.slice(0, 12), createdBy: "Mia", lastUsedAt: null }]);
  expect(await findValidKey(`${secret}x`)).toBeUndefined();
  expect(await findValidKey("")).toBeUndefined();
});

test("only managers make, see and end keys, and only their own organisation's", async () => {
  const { id, secret } = await aKey();
  for (const role of ["viewer", "editor", "person", "key-publish", "registrar"] as const) {
    expect(await createKey(as(role), input), role).toMatchObject({ ok: false, problems: [{ code: "notAllowed" }] });
    expect(await listKeys(as(role))).toEqual([]);
    expect(await revokeKey(as(role), id)).toMatchObject({ ok: false });
  }
  expect(await listKeys(as("manager", provider.authorityId))).toEqual([]);
  const refused = { ok: false, problems: [{ code: "keyUnknown" }] };
  expect(await revokeKey(as("manager", provider.authorityId), id)).toEqual(refused);
  expect(await revokeKey(as("manager"), crypto.randomUUID())).toEqual(refused);
  expect(await findValidKey(secret)).toBeDefined();
});

test("a revoked key is refused from its next request, and revoking twice tells of it once", async () => {
  const { id, secret } = await aKey();
  const twice = await Promise.all([revokeKey(as("manager"), id), revokeKey(as("manager"), id)]);
  expect(twice).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(await findValidKey(secret)).toBeUndefined();
  expect((await db.select().from(events)).filter(({ type }) => type === "key.revoked")).toHaveLength(1);
});

test("a key ends with its last day, at the latest in two years", async () => {
  const { last } = expiryBounds(today());
  for (const expiresOn of [today(), addDays(last, 1)])
    expect(await createKey(as("manager"), { ...input, expiresOn })).toMatchObject({
      ok: false,
      problems: [{ code: "keyExpiryOutOfRange", field: "expiresOn" }],
    });
  const { secret } = await aKey({ expiresOn: last });
  await db.update(apiKeys).set({ expiresOn: today() });
  expect(await findValidKey(secret)).toBeDefined();
  await db.update(apiKeys).set({ expiresOn: addDays(today(), -1) });
  expect(await findValidKey(secret)).toBeUndefined();
});

test("a key of an organisation that is no provider opens nothing", async () => {
  const made = await createKey(as("manager", await anOrganisation("council-2", { en: "C" }, { roles: ["competent-authority"] })), input);
  expect(made.ok && (await findValidKey(made.value.secret))).toBeUndefined();
});

test("its last use is written at most once a minute", async () => {
  const { id } = await aKey();
  await noteUse(id);
  const [first] = await db.select().from(apiKeys);
  await noteUse(id);
  expect((await db.select().from(apiKeys))[0]?.lastUsedAt).toEqual(first?.lastUsedAt);
  await db.execute(sql`update api_keys set last_used_at = now() - interval '61 seconds'`);
  await noteUse(id);
  expect((await db.select().from(apiKeys))[0]?.lastUsedAt?.getTime()).toBeGreaterThanOrEqual(first?.lastUsedAt?.getTime() ?? Number.NaN);
});
