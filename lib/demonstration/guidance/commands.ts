import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { type MemberRole, organisations, people } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { asKeeper } from "@/lib/demonstration/administration/commands";
import { loadPeople } from "@/lib/demonstration/people/commands";
import { keepInList, startList } from "@/lib/guidance/lists/commands";
import { saveList } from "@/lib/guidance/lists/items/commands";
import { findOwnList } from "@/lib/guidance/lists/queries";
import { shareClientList } from "@/lib/guidance/lists/sharing/commands";
import { registerService } from "@/lib/guidance/services/commands";
import { serviceInput } from "@/lib/guidance/services/input";
import { makeTemplate } from "@/lib/guidance/templates/commands";
import type { Result } from "@/lib/result";
import { inviteInput } from "@/lib/team/input";
import { acceptInvitation, invite } from "@/lib/team/invitations/commands";
import type { DemonstrationService } from "./input";

type Person = DemonstrationService["lead"];
type Kept = DemonstrationService["templates"][number]["offerings"];

/** The guidance services with all that their people did, as these would have done it. Those that are there stay as they are. */
export async function loadGuidance(all: DemonstrationService[]): Promise<void> {
  const keeper = await asKeeper();
  if (!keeper || (await db.$count(organisations, sql`'guidance-service' = any (${organisations.roles})`)) > 0) return;
  for (const service of all) await loadService(keeper, service);
}

async function loadService(keeper: Actor, service: DemonstrationService): Promise<void> {
  const { names, town, email, lead, counsellors, templates, lists } = service;
  const form = Object.fromEntries(Object.entries(names).map(([language, name]) => [`names.${language}`, name]));
  const input = serviceInput.parse({ ...form, town, email, leadEmail: lead.email, locale: lead.locale });
  const { slug, token } = done(await registerService(keeper, input));
  const [row] = await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, slug));
  if (!row) throw new Error(`${slug} was not written`);
  const chief = await join(lead, token, row.id, "lead-counsellor");
  const team = new Map([[lead.email, chief]]);
  for (const one of counsellors) {
    const invited = done(await invite(chief, inviteInput.parse({ email: one.email, role: "counsellor", locale: one.locale })));
    team.set(one.email, await join(one, invited.token, row.id, "counsellor"));
  }
  const made = new Map<string, string>();
  for (const { name, offerings } of templates) {
    const { id } = done(await makeTemplate(chief, { name, from: null, notes: false, locale: lead.locale }));
    await keep(chief, id, offerings);
    made.set(name, id);
  }
  for (const list of lists) {
    const actor = team.get(list.by);
    if (actor) await loadList(actor, list, made, lead.locale);
  }
}

/** Somebody takes up their invitation, and acts for the service from then on. */
async function join(person: Person, token: string, organisationId: string, role: MemberRole): Promise<Actor> {
  await loadPeople([{ ...person, memberships: {} }]);
  const [row] = await db.select({ id: people.id }).from(people).where(eq(people.email, person.email));
  const id = `person:${row?.id}`;
  done(await acceptInvitation({ id, role: "person", organisationId: null }, token));
  return { id, role, organisationId };
}

async function loadList(actor: Actor, list: DemonstrationService["lists"][number], made: Map<string, string>, locale: string) {
  const { label, hoursPerWeek, budget, startsIn, template, offerings, sharedFor } = list;
  const startsFrom = startsIn === null ? null : addDays(today(), startsIn);
  const templateId = template === null ? null : (made.get(template) ?? null);
  const started = await startList(actor, { label, hoursPerWeek, budget, startsFrom, learnerGroup: "everyone", templateId, locale });
  const { id } = done(started);
  await keep(actor, id, offerings);
  if (sharedFor !== null) done(await shareClientList(actor, id, { days: sharedFor }));
  return started;
}

async function keep(actor: Actor, listId: string, offerings: Kept): Promise<void> {
  if (offerings.length === 0) return;
  const entries = [];
  for (const { of, note } of offerings) entries.push({ slug: await slugOf(of), note });
  done(
    await keepInList(
      actor,
      listId,
      entries.map(({ slug }) => slug),
    ),
  );
  const kept = await findOwnList(actor, listId);
  if (kept) done(await saveList(actor, listId, { entries, out: null, seen: null, basis: kept.list.updatedAt.toISOString() }));
}

async function slugOf(of: string): Promise<string> {
  const [provider, ...number] = of.split(":");
  const [row] = await db.execute<{ slug: string }>(sql`select o.slug from offerings o join organisations p on p.id = o.provider_id
    where p.slug = ${provider ?? ""} and o.external_id = ${number.join(":")}`);
  if (!row) throw new Error(`The demonstration has no offering ${of}`);
  return row.slug;
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demonstration's guidance was refused: ${result.problems.map(({ code }) => code).join(", ")}`);
  return result.value;
}
