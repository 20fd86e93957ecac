import { insertRows } from "@/bench/national-set";
import type { Random } from "@/bench/random";
import { historyOf } from "@/bench/set/decisions";
import { client } from "@/db";
import { addDays } from "@/lib/days/days";
import type { EventType, NewEvent } from "@/lib/events/commands";
import { questions, scores } from "@/lib/feedback/feedback";
import type { Office } from "./office";
import { inLanguages } from "./words";

const kinds: [type: EventType, subject: NewEvent["subject"], weight: number][] = [
  ["offering.published", "offering", 30],
  ["offering.withdrawn", "offering", 6],
  ["sessions.changed", "offering", 40],
  ["monitoring.acknowledged", "monitoring", 8],
  ["organisation.decided", "organisation", 4],
  ["member.joined", "person", 4],
  ["person.changed", "person", 8],
];

/** A year of what people did, as the trail holds it. */
export async function fillTrail(random: Random, office: Office, count: number): Promise<void> {
  const { offerings, applicants, registrars, authorityId, providers, day } = office;
  const actors = [...applicants.slice(0, 400), ...registrars];
  await insertRows(
    "events",
    Array.from({ length: count }, () => {
      const [type, subject] = random.weighted(kinds.map((kind) => [kind, kind[2]] as const));
      const offering = random.pick(offerings);
      const isOffering = subject === "offering" || subject === "monitoring";
      const provider = isOffering ? offering.providerId : random.pick(providers).id;
      const byAuthority = subject === "monitoring" || subject === "organisation";
      const on = `${addDays(day, -random.int(1, 366))} ${String(random.int(7, 19)).padStart(2, "0")}:${String(random.int(10, 59))}:00+01`;
      return {
        type,
        subject,
        subject_id: isOffering ? offering.id : subject === "person" ? random.pick(actors) : provider,
        organisation_id: provider,
        actor: `person:${byAuthority ? random.pick(registrars) : random.pick(actors)}`,
        actor_role: byAuthority ? "registrar" : "editor",
        actor_organisation_id: byAuthority ? authorityId : provider,
        after: type === "sessions.changed" ? { changed: random.int(1, 9) } : null,
        happened_at: on,
        indexed_at: on,
      };
    }),
  );
}

export const decidedSlug = "cases-decided";

/** An organisation of which the authority has decided five hundred times. */
export async function fillDecisions(random: Random, { authorityId, day }: Office, count: number): Promise<void> {
  const id = random.uuid();
  await insertRows("organisations", [
    {
      id,
      slug: decidedSlug,
      roles: ["provider"],
      provider_type: "vocational",
      country: "BE",
      town: "Gent",
      nuts: "BE234",
      statements: {},
      created_at: "2015-01-01",
    },
  ]);
  await client.unsafe(
    `insert into organisation_names (organisation_id, name, valid, recorded) values ($1, $2::text::jsonb, '[2010-01-01,)', '[2010-01-01,)')`,
    [id, JSON.stringify(inLanguages("Much Decided College"))],
  );
  const history = historyOf(random, { id, authorityId }, count, day);
  for (const table of ["decisions", "registrations", "accreditations", "restrictions"] as const) await insertRows(table, history[table]);
}

/** What learners said of so many offerings, enough for each to be read by all. */
export async function fillFeedback(random: Random, { offerings }: Office, count: number): Promise<void> {
  await insertRows(
    "feedback_answers",
    Array.from({ length: count * 12 }, (_, place) => ({
      id: random.uuid(),
      offering_id: offerings[(place % count) * Math.max(1, Math.floor(offerings.length / count))]?.id ?? offerings[0]?.id,
      version_number: 1,
      scores: Object.fromEntries(questions.map((question) => [question, random.pick(scores)])),
      text: place % 3 === 0 ? "Clear, and what was learned could be used on the next day." : "",
      locale: "nl",
      mixed: true,
    })),
  );
}
