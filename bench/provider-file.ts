import { sql } from "drizzle-orm";
import { db } from "@/db";

/** A provider's file of offerings that are published at once, each with a word of its own in its title. */
export function fileWith(wanted: { id: string; word: string }[]): Uint8Array {
  const offerings = wanted.map(({ id, word }) => ({
    id,
    language: "en",
    title: { en: `Measuring with ${word}` },
    summary: { en: "A course that exists to be found." },
    outcomes: [{ type: "skill", text: { en: "Finds what was published a moment ago." } }],
    ects: 3,
    eqf: 5,
    fields: ["0613"],
    modes: ["online"],
    assessment: ["portfolio"],
    quality: ["other"],
    languages: ["en"],
    awardingBodies: ["Cairn benchmark"],
    publish: true,
    sessions: [{ id: "1", starts: null, mode: "online" }],
  }));
  return Buffer.from(JSON.stringify({ offerings }));
}

/** A provider in good standing whose accreditation covers anything. */
export async function someProvider(): Promise<string> {
  const [row] = await db.execute<{ slug: string }>(sql`
    select p.slug from organisations p join offerings o on o.provider_id = p.id
    join accreditations a on a.organisation_id = p.id and a.eqf_levels is null and a.fields is null and a.valid @> current_date + 30 and a.effect = 'full'
    where o.visible @> now() group by p.slug order by count(*) desc, p.slug offset 20 limit 1`);
  if (!row) throw new Error("No provider can publish");
  return row.slug;
}
