import { and, eq } from "drizzle-orm";
import { db } from "@/db";
import { jurisdictionChanges, memberships, organisations, people, vocabularyTerms } from "@/db/schema";
import { suspendAccount } from "@/lib/accounts/keeping/commands";
import { type Actor, operator } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { addDays, type Day } from "@/lib/days/days";
import { onDay } from "@/lib/demonstration/on-day";
import { loadPeople } from "@/lib/demonstration/people/commands";
import { changeJurisdiction } from "@/lib/jurisdictions/commands";
import type { Result } from "@/lib/result";
import { addTerm, endTerm, renameTerm } from "@/lib/terms/commands";
import type { DemonstrationAdministration } from "./input";

/** The labels and levels that the keeper has named, before catalogues state them. A load that was killed leaves out what is there. */
export async function loadTerms({ labels, renamedLevels }: DemonstrationAdministration): Promise<void> {
  const keeper = await asKeeper();
  if (!keeper || (await db.$count(vocabularyTerms)) > 0) return;
  const now = today();
  const on = <T>(day: string, work: () => Promise<Result<T>>) => onDay(day < now ? day : now, work);
  for (const { code, names, givenBy, url, from, ended } of labels) {
    const begins = monthOf(addDays(now, from));
    await on(begins, () => addTerm(keeper, { kind: "label", code, names, eqf: null, givenBy, url, from: begins }));
    if (ended) await on(addDays(now, -2 * ended), () => endTerm(keeper, code, monthOf(addDays(now, -ended))));
  }
  for (const { code, names, ago } of renamedLevels) {
    const from = monthOf(addDays(now, -ago));
    await on(from, () => renameTerm(keeper, code, { names, from }));
  }
}

/** What the keeper has decided of accounts and regions, once there are people. */
export async function loadAdministration({ jurisdiction, suspended }: DemonstrationAdministration): Promise<void> {
  const keeper = await asKeeper();
  if (!keeper || (await db.$count(jurisdictionChanges)) > 0) return;
  const now = today();
  await loadPeople([suspended.person]);
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.email, suspended.person.email));
  if (person) await onDay(addDays(now, -suspended.ago), () => suspendAccount(keeper, person.id, suspended.reason));
  const { code, authorities, ahead, reason } = jurisdiction;
  const change = { code, authorities, nobody: undefined, from: monthOf(addDays(now, ahead)), reason };
  await onDay(addDays(now, -20), () => changeJurisdiction(keeper, change));
}

/** Such things begin with a month. */
const monthOf = (day: Day): Day => `${day.slice(0, 8)}01`;

/** An administrator of the keeper, or, before there are people, whoever loads the demonstration in their place. */
export async function asKeeper(): Promise<Actor | undefined> {
  const [keeper] = await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, country.keeper));
  if (!keeper) return undefined;
  const [known] = await db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.organisationId, keeper.id), eq(memberships.role, "administrator")))
    .limit(1);
  const { id } = known ? { id: `person:${known.id}` } : operator("demonstration");
  return { id, role: "administrator", organisationId: keeper.id, keeps: true };
}
