import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db";
import { organisationNames, organisations } from "@/db/schema";
import { giveRole } from "@/lib/accounts/commands";
import { operator } from "@/lib/auth/permissions";
import { findPersonByEmail, listMembershipsOf } from "@/lib/auth/sign-ins/queries";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { anOrganisation } from "@/lib/testing/registry";

beforeEach(emptyDatabase);
afterAll(closeDatabase);

test("the operator gives the first person of an authority a role, also before that person ever came", async () => {
  await anOrganisation("leerpadenraad", { en: "Learning Paths Council" }, { roles: ["competent-authority"], providerType: null });
  const given = await giveRole(operator("test"), {
    email: "First@Authority.example",
    organisation: "leerpadenraad",
    role: "administrator",
  });
  expect(given.ok).toBe(true);
  const person = await findPersonByEmail("first@authority.example");
  expect(await listMembershipsOf(person?.id ?? "")).toMatchObject([{ slug: "leerpadenraad", role: "administrator" }]);
});

test("a role that does not fit the organisation, and an organisation that is not there, are refused", async () => {
  await anOrganisation("garden-college");
  const registrar = await giveRole(operator("test"), { email: "a@b.example", organisation: "garden-college", role: "registrar" });
  expect(registrar).toEqual({ ok: false, problems: [{ code: "roleDoesNotFit", field: "role", value: "registrar" }] });
  const nowhere = await giveRole(operator("test"), { email: "a@b.example", organisation: "nowhere", role: "manager" });
  expect(nowhere).toEqual({ ok: false, problems: [{ code: "organisationUnknown", field: "organisation", value: "nowhere" }] });
});

test("only the operator gives roles this way", async () => {
  await anOrganisation("garden-college");
  const manager = { id: "person:00000000-0000-0000-0000-000000000001", role: "manager", organisationId: null } as const;
  const given = await giveRole(manager, { email: "a@b.example", organisation: "garden-college", role: "manager" });
  expect(given).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
});

/** The mode is read once, when a process starts. */
async function commandsOfARealInstance() {
  process.env.DEMONSTRATION = "off";
  vi.resetModules();
  return await import("@/lib/authorities/commands");
}

test("without a demonstration, the authorities of the country's file are in the register once", async () => {
  const { ensureAuthorities } = await commandsOfARealInstance();
  expect(await ensureAuthorities()).toHaveLength(3);
  expect(await ensureAuthorities()).toHaveLength(0);
  expect(await db.select().from(organisations)).toHaveLength(3);
  expect(await db.select().from(organisationNames)).toHaveLength(3);
});
