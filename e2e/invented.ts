import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import postgres from "postgres";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

/** Somebody of their own for each test, so that tests beside each other do not meet. */
export async function inventPerson(first: string): Promise<{ name: string; email: string }> {
  const mark = randomBytes(3).toString("hex");
  const person = { name: `${first} Test-${mark}`, email: `${first.toLowerCase()}.${mark}@demonstration.example` };
  await sql`insert into people (name, email, locale) values (${person.name}, ${person.email}, 'en')`;
  return person;
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
