import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { invitations, lists, memberships, organisationNames, organisations, type Texts } from "@/db/schema";
import { slugOf } from "@/lib/applications/application";
import { type Actor, may, operator } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { country, findPlace } from "@/lib/country/country";
import { addDays, type Day, toRange } from "@/lib/days/days";
import { recordEvents } from "@/lib/events/commands";
import { notify } from "@/lib/notices/commands";
import { nameOn } from "@/lib/providers/names/queries";
import { freeSlug, holdSlugs } from "@/lib/providers/slugs/queries";
import { ok, type Result, refuse } from "@/lib/result";
import { inviteWithin, type Sent } from "@/lib/team/invitations/commands";
import { plainText } from "@/lib/texts/texts";
import type { ServiceInput } from "./input";
import { hasEndedBy } from "./queries";
import { problemWithEnd } from "./service";

/** Registers a guidance service and invites whoever is to lead it. Sent twice it is one: the second finds the name taken. */
export async function registerService(actor: Actor, input: ServiceInput): Promise<Result<Sent & { slug: string }>> {
  if (!may(actor, "instance.manage", { organisationId: actor.organisationId })) return refuse({ code: "notAllowed" });
  const { names, email, town, leadEmail, locale } = input;
  const place = findPlace(town);
  if (!place) return refuse({ code: "townUnknown", field: "town" });
  return await db.transaction(async (tx) => {
    await holdSlugs(tx);
    const taken = await nameTaken(tx, names);
    if (taken) return refuse({ code: "serviceNameTaken", field: `names.${taken}` });
    const [row] = await tx
      .insert(organisations)
      .values({
        slug: await freeSlug(tx, slugOf(plainText(names, country.defaultLanguage))),
        roles: ["guidance-service"],
        email,
        town: place.names[0] ?? town,
        country: country.country,
        nuts: place.nuts,
        latitude: place.latitude,
        longitude: place.longitude,
      })
      .returning({ id: organisations.id, slug: organisations.slug });
    if (!row) throw new Error("A guidance service was not written");
    await tx.insert(organisationNames).values({ organisationId: row.id, name: names, valid: toRange({ from: today(), until: null }) });
    await recordEvents(tx, actor, [
      { type: "service.registered", subject: "organisation", subjectId: row.id, organisationId: row.id, after: { names } },
    ]);
    const invited = await inviteWithin(tx, actor, { email: leadEmail, role: "lead-counsellor", locale }, row.id);
    if (!invited.ok) throw new Error(`Nobody was invited to a new service: ${invited.problems[0]?.code}`);
    return ok({ ...invited.value, slug: row.slug });
  });
}

/** The language in which another service that goes on has one of these names. */
async function nameTaken(tx: Transaction, names: Texts): Promise<string | undefined> {
  const [row] = await tx.execute<{ language: string }>(sql`
    select given.key as language from organisations join known_names n on n.organisation_id = organisations.id
    cross join jsonb_each_text(n.name) said
    join jsonb_each_text(${JSON.stringify(names)}::jsonb) given on given.key = said.key and cairn_fold(given.value) = cairn_fold(said.value)
    where 'guidance-service' = any (organisations.roles) and not ${hasEndedBy(today())} limit 1`);
  return row?.language;
}

/**
 * Gives a service its last day, or lets it go on after all (`lastDay` is null). Its people are told at once; after that day nobody acts for it any
 * more, and what it kept is deleted.
 */
export async function endService(actor: Actor, slug: string, lastDay: Day | null): Promise<Result<null>> {
  if (!may(actor, "instance.manage", { organisationId: actor.organisationId })) return refuse({ code: "notAllowed" });
  const problem = lastDay === null ? undefined : problemWithEnd(lastDay, today());
  if (problem) return refuse({ code: problem, field: "lastDay" });
  return await db.transaction(async (tx) => {
    const [service] = await tx
      .select({ id: organisations.id, ended: sql<boolean>`${hasEndedBy(today())}`, name: nameOn(sql`organisations.id`, today()) })
      .from(organisations)
      .where(and(eq(organisations.slug, slug), sql`${organisations.roles} = array['guidance-service']::organisation_role[]`))
      .for("update");
    if (!service || service.ended) return refuse({ code: "serviceUnknown" });
    if (!(await renameUntil(tx, service.id, lastDay))) return ok(null);
    const type = lastDay === null ? "service.resumed" : "service.ended";
    await recordEvents(tx, actor, [
      { type, subject: "organisation", subjectId: service.id, organisationId: service.id, after: { until: lastDay } },
    ]);
    await notify(tx, {
      kind: "service-ends",
      organisationId: service.id,
      about: `${service.id} ${lastDay ?? "stays"} ${now().toISOString()}`,
      values: {
        service: plainText(service.name, country.defaultLanguage),
        on: lastDay ?? today(),
        change: lastDay === null ? "stays" : "ends",
      },
      path: "guidance",
    });
    return ok(null);
  });
}

/** Lets the name that holds today hold until a day; false where it does already. */
async function renameUntil(tx: Transaction, organisationId: string, lastDay: Day | null): Promise<boolean> {
  const until = lastDay === null ? null : addDays(lastDay, 1);
  const [held] = await tx.execute<{ id: number }>(sql`
    update organisation_names set recorded = tstzrange(lower(recorded), now())
    where organisation_id = ${organisationId}::uuid and upper_inf(recorded) and valid @> ${today()}::date
      and upper(valid) is distinct from ${until}::date returning id`);
  if (!held) return false;
  await tx.execute(sql`
    insert into organisation_names (organisation_id, name, valid)
    select organisation_id, name, daterange(lower(valid), ${until}::date) from organisation_names where id = ${held.id}`);
  return true;
}

/** Takes away what services kept whose last day is over: lists, memberships, open invitations. Run again, it finds nothing left. */
export async function closeEndedServices(day: Day): Promise<void> {
  const ended = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      sql`${hasEndedBy(day)} and (exists (select from lists l where l.organisation_id = organisations.id)
        or exists (select from memberships m where m.organisation_id = organisations.id))`,
    );
  for (const { id } of ended) {
    await db.transaction(async (tx) => {
      const gone = await tx.delete(lists).where(eq(lists.organisationId, id)).returning({ id: lists.id });
      await tx.delete(memberships).where(eq(memberships.organisationId, id));
      await tx
        .update(invitations)
        .set({ revokedAt: now() })
        .where(and(eq(invitations.organisationId, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));
      await recordEvents(tx, operator("services"), [
        { type: "service.closed", subject: "organisation", subjectId: id, organisationId: id, after: { number: gone.length } },
      ]);
    });
  }
}
