import { insertRows } from "@/bench/national-set";
import type { Random } from "@/bench/random";
import { addDays, toRange } from "@/lib/days/days";
import { reportDecisions, reportTypes, type SaidReport } from "@/lib/interop/deqar/said";
import type { Office } from "./office";

const agencies = [
  { deqar_id: 901, acronym: "NVQ", name: "Quality Agency of the North" },
  { deqar_id: 902, acronym: "AEQF", name: "Agency for the Evaluation of French-speaking Education" },
  { deqar_id: 903, acronym: "QLW", name: "Quality of Learning Ways" },
];

/** Reports of quality agencies, most of them matched; some propose providers of an equal name, some are about nobody that is known. */
export async function fillQuality(random: Random, office: Office, count: number): Promise<void> {
  const known = agencies.map((agency) => ({
    id: random.uuid(),
    ...agency,
    country: "BE",
    website: "https://agency.example",
    updated_at: office.day,
  }));
  await insertRows("quality_agencies", known);
  await insertRows(
    "quality_agency_terms",
    known.map(({ id }) => ({
      id: random.uuid(),
      agency_id: id,
      valid: "[2015-01-01,)",
      recorded: "[2020-01-01,)",
      source: "agencies.csv",
    })),
  );
  const importId = random.uuid();
  await insertRows("quality_imports", [
    {
      id: importId,
      actor: `person:${office.registrars[0]}`,
      organisation_id: office.authorityId,
      file_name: "reports.csv",
      bytes: "\\x41",
      kind: "reports",
      dry_run: false,
      status: "done",
      total_rows: count,
      done_rows: count,
      attempts: 1,
      created_at: office.day,
      started_at: office.day,
      finished_at: office.day,
    },
  ]);
  const made = Array.from({ length: count }, (_, place) => oneReport(random, office, { agency: random.pick(known), importId, place }));
  await insertRows(
    "quality_reports",
    made.map(({ report }) => report),
  );
  await insertRows(
    "quality_report_subjects",
    made.map(({ subject }) => subject),
  );
  await insertRows(
    "quality_import_rows",
    made.map(({ report, subject }, place) => ({
      import_id: importId,
      row: place + 2,
      label: report.local_identifier,
      outcome: "added",
      matched: subject.organisation_id ? 1 : 0,
      proposed: subject.candidates.length > 0 ? 1 : 0,
      unmatched: subject.organisation_id || subject.candidates.length > 0 ? 0 : 1,
      problems: [],
      report_key: report.key,
    })),
  );
}

type Of = { agency: { id: string; acronym: string }; importId: string; place: number };

/** Those of the first providers alone are matched, so that what monitoring asks of all others stays as it was. */
function oneReport(random: Random, { day, providers, registrars }: Office, { agency, importId, place }: Of) {
  const provider = random.pick(providers.slice(0, 120));
  const state = random.weighted([
    ["matched", 70],
    ["proposed", 15],
    ["unmatched", 15],
  ] as const);
  const from = addDays(day, -random.int(30, 2500));
  const lastDay = random.chance(0.2) ? null : addDays(from, random.int(900, 2190));
  const decision = random.weighted(reportDecisions.map((one, rank) => [one, [70, 15, 5, 10][rank] ?? 1] as const));
  const institution = {
    identifiers: [{ resource: null, value: `Q-${place}` }],
    names: [`Instelling ${provider.slug} ${place}`],
    country: "BE",
    town: "Gent",
    website: null,
  };
  const localIdentifier = `${agency.acronym}-${String(place + 1).padStart(5, "0")}`;
  const type = random.pick(reportTypes);
  const said: SaidReport = {
    agency: agency.acronym,
    contributing: [],
    localIdentifier,
    reportId: null,
    activities: [{ by: "local", value: "Institutional review" }],
    status: "obligatory",
    decision,
    summary: null,
    comment: null,
    from,
    lastDay,
    files: [{ url: `https://agency.example/${localIdentifier}.pdf`, name: "Report", languages: ["nl"] }],
    links: [],
    institutions: [institution],
    platforms: [],
    programmes: [],
  };
  const id = random.uuid();
  const recorded = `["${day} 04:00:00+01",)`;
  const valid = toRange({ from, until: lastDay && addDays(lastDay, 1) });
  return {
    report: {
      id,
      key: random.uuid(),
      agency_id: agency.id,
      local_identifier: localIdentifier,
      type,
      status: said.status,
      decision,
      activities: ["Institutional review"],
      valid,
      said,
      recorded,
      import_id: importId,
    },
    subject: {
      id: random.uuid(),
      report_id: id,
      place: 1,
      said: institution,
      organisation_id: state === "matched" ? provider.id : null,
      matched_by: state === "matched" ? "officer" : null,
      candidates: state === "proposed" ? [provider.id, random.pick(providers).id].filter((one, at, all) => all.indexOf(one) === at) : [],
      rejected: [],
      decided_by_id: state === "matched" ? registrars[0] : null,
      recorded,
    },
  };
}
