import { stringify } from "csv-stringify/sync";
import { plainText } from "@/lib/texts/texts";
import { recordKey, type TrailNames } from "@/lib/trail/named";
import type { TrailEvent } from "@/lib/trail/queries";

const columns = [
  "id",
  "happened_at",
  "type",
  "what",
  "actor",
  "actor_name",
  "actor_email",
  "actor_role",
  "actor_organisation",
  "subject",
  "subject_id",
  "record",
  "organisation_id",
  "organisation",
  "before",
  "after",
] as const;

export function trailHeader(): string {
  return `\ufeff${stringify([[...columns]])}`;
}

type Words = { sentence: (type: string) => string; locale: string };

/** The lines of some events: everything that is kept of each, and the names of today. */
export function trailLines(
  rows: readonly TrailEvent[],
  { actors, organisations, records }: TrailNames,
  { sentence, locale }: Words,
): string {
  const organisation = (id: string | null) => (id ? plainText(organisations.get(id)?.name, locale) : "");
  const lines = rows.map((row) => {
    const name = records.get(recordKey(row))?.name ?? "";
    return [
      row.id,
      row.at,
      row.type,
      sentence(row.type),
      row.actor,
      actors.get(row.actor)?.name ?? "",
      actors.get(row.actor)?.email ?? "",
      row.actorRole ?? "",
      organisation(row.actorOrganisationId),
      row.subject,
      row.subjectId,
      typeof name === "string" ? name : plainText(name, locale),
      row.organisationId ?? "",
      organisation(row.organisationId),
      row.before === null ? "" : JSON.stringify(row.before),
      row.after === null ? "" : JSON.stringify(row.after),
    ];
  });
  // What people typed stands in it: a spreadsheet must not run it.
  return stringify(lines, { escape_formulas: true });
}
