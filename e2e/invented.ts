import { createHash, randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import type { Role } from "@/lib/auth/permissions";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

/** Somebody of their own for each test, so that tests beside each other do not meet. */
export async function inventPerson(first: string): Promise<{ id: string; name: string; email: string }> {
  const mark = randomBytes(3).toString("hex");
  const person = { name: `${first} Test-${mark}`, email: `${first.toLowerCase()}.${mark}@demonstration.example` };
  const [made] = await sql<
    { id: string }[]
  >`insert into people (name, email, locale) values (${person.name}, ${person.email}, 'en') returning id`;
  return { id: made?.id ?? "", ...person };
}

/** Somebody of their own with a role, who is signed in: the token stands in their cookie. */
export async function newcomer(name: string, role: Role, organisation: string | null) {
  const token = randomBytes(32).toString("base64url");
  const email = `newcomer.${randomBytes(6).toString("hex")}@rights.example`;
  const [person] = await sql<{ id: string }[]>`insert into people (email, name, locale) values (${email}, ${name}, 'en') returning id`;
  const personId = person?.id ?? "";
  if (organisation)
    await sql`insert into memberships (person_id, organisation_id, role)
      select ${personId}, id, ${role}::member_role from organisations where slug = ${organisation}`;
  await sql`insert into sign_ins (token_hash, person_id, organisation_id, expires_at)
    values (${createHash("sha256").update(token).digest("base64url")}, ${personId},
      (select id from organisations where slug = ${organisation}), now() + interval '1 hour')`;
  return { personId, token };
}

/** Takes the session of whoever was signed in away, and signs in by one click. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/en/sign-in");
  await page.getByRole("button", { name: new RegExp(`as ${name}`) }).click();
  await expect(page).toHaveURL(/\/en\/manage/);
}

/** Closes an account, as an operator does in the database. */
export async function suspend(email: string): Promise<void> {
  await sql`update people set suspended_at = now() where email = ${email}`;
}

export async function isSuspended(email: string): Promise<boolean> {
  return (await sql`select 1 from people where email = ${email} and suspended_at is not null`).length === 1;
}
