import { insertRows } from "@/bench/national-set";
import type { Random } from "@/bench/random";
import { hashOf } from "@/lib/auth/secret";
import { country } from "@/lib/country/country";
import { addDays } from "@/lib/days/days";
import { answerDue, providerDays, type ReportState, reportKinds, reportOutcomes } from "@/lib/reports/report";
import type { Office } from "./office";

const said = "The page says that the course takes four weeks. The teacher told us on the first evening that it takes ten.";

/** What people told the authority: about offerings, providers and the site, from just come in to closed. */
export async function fillReports(random: Random, office: Office, count: number): Promise<void> {
  await insertRows(
    "reports",
    Array.from({ length: count }, (_, place) => oneReport(random, office, place)),
  );
}

function oneReport(random: Random, office: Office, place: number) {
  const { day, authorityId } = office;
  const state = random.weighted<ReportState>([
    ["received", 25],
    ["forwarded", 20],
    ["answered", 15],
    ["closed", 40],
  ]);
  const received = addDays(day, -(state === "closed" ? random.int(20, 700) : random.skewed(50, 1.4)));
  const forwarded = state === "received" ? null : addDays(received, random.int(1, 6));
  const answered = state === "answered" || state === "closed" ? addDays(received, random.int(7, 14)) : null;
  const isClosed = state === "closed";
  return {
    id: random.uuid(),
    token_hash: hashOf(`bench-report-${place}`),
    digest: `bench-report-${place}`,
    ...about(random, office),
    kind: random.pick(reportKinds),
    text: `${said} (${place + 1})`,
    locale: random.pick(country.languages),
    received_at: `${received} 08:${String(place % 60).padStart(2, "0")}:00+01`,
    due_on: answerDue(received),
    forwarded_at: forwarded,
    forwarded_note: forwarded ? "Please say which of the two is right." : "",
    provider_due_on: forwarded && addDays(forwarded, providerDays),
    provider_answer: answered && "The page was wrong. It has been put right today.",
    provider_answered_at: answered,
    outcome: isClosed ? random.pick(reportOutcomes) : null,
    answer: isClosed ? "Thank you. The provider has put the page right." : null,
    closed_at: isClosed ? addDays(received, random.int(15, 40)) : null,
    closed_by_id: isClosed ? authorityId : null,
    closed_by_person_id: isClosed ? random.pick(office.registrars) : null,
  };
}

function about(random: Random, { offerings, providers, authorityId }: Office) {
  const what = random.next();
  if (what < 0.05) return { organisation_id: authorityId, offering_id: null, version_number: null, page: "statistics" };
  if (what < 0.3) {
    const { id, slug } = random.pick(providers);
    return { organisation_id: id, offering_id: null, version_number: null, page: `providers/${slug}` };
  }
  const { id, slug, providerId } = random.pick(offerings);
  return { organisation_id: providerId, offering_id: id, version_number: 1, page: `offerings/${slug}` };
}
