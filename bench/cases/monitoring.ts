import { sql } from "drizzle-orm";
import { client, db } from "@/db";
import { flagWhatIsDue } from "@/lib/monitoring/flagging/commands";
import type { Office } from "./office";

/** What a provider changes in a published offering: half of the changes are such as reopen a review. */
const changes = [
  `jsonb_set(content, '{ects}', '4')`,
  `jsonb_set(content, '{summary}', '{"nl": "Wat hier stond is herschreven, korter en voor wie nog nooit een cursus volgde."}')`,
  `jsonb_set(content, '{assessment}', '["portfolio"]')`,
  `jsonb_set(content, '{url}', '"https://cases.example/changed"')`,
];

/**
 * Everything was looked at, but for `count` offerings: half of them nobody has seen yet, half were published again since. Then what the
 * worker does in the night, so that flags, changes and their order are its own, and nothing of it runs while pages are asked for.
 */
export async function fillMonitoring({ offerings, authorityId, registrars }: Office, count: number): Promise<void> {
  const unseen = Math.floor(count / 2);
  const step = Math.max(1, Math.floor(offerings.length / count));
  const chosen = offerings.filter((_, place) => place % step === 0).slice(0, count);
  const ids = (list: typeof offerings) => JSON.stringify(list.map(({ id }) => id));
  await db.execute(sql`
    update monitored m set acknowledged_number = m.flagged_number, acknowledged_at = now(), acknowledged_by_id = ${authorityId}::uuid, flagged_on = null
    where m.offering_id in (select (jsonb_array_elements_text(${ids(offerings)}::jsonb))::uuid)
      and m.offering_id not in (select (jsonb_array_elements_text(${ids(chosen.slice(0, unseen))}::jsonb))::uuid)`);
  const again = chosen.slice(unseen);
  for (const [place, change] of changes.entries()) {
    const some = ids(again.filter((_, number) => number % changes.length === place));
    await client.unsafe(
      `with made as (
         insert into versions (offering_id, number, effective_from, published_at, content, title, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, search_text)
         select v.offering_id, 2, v.effective_from, now() - v.eqf * interval '3 days', ${change}, v.title, v.eqf, case when ${place} = 0 then 4 else v.ects end,
           v.hours, v.fields, v.modes, v.languages, v.quality, v.setting, v.completeness, v.search_text
         from versions v join offerings f on f.current_version_id = v.id where f.id in (select (jsonb_array_elements_text($1::jsonb))::uuid)
         returning id, offering_id)
       update offerings f set current_version_id = made.id from made where made.offering_id = f.id`,
      [some],
    );
  }
  await db.execute(sql`
    insert into monitoring_notes (offering_id, version_number, authority_id, person_id, text, written_at)
    select f.id, 1, ${authorityId}::uuid, ${registrars[0]}::uuid, 'Please say in which language the assessment is.', now() - interval '9 days'
    from offerings f where f.id in (select (jsonb_array_elements_text(${ids(again.slice(0, 200))}::jsonb))::uuid)`);
  await flagWhatIsDue();
}
