import type { Random } from "@/bench/random";
import { addDays, type Day, toRange } from "@/lib/days/days";
import { vocabulary } from "@/lib/vocabularies/vocabulary";
import type { ProviderRow } from "./providers";

type DecisionRow = {
  id: string;
  kind: string;
  authority_id: string;
  organisation_id: string;
  decided_on: Day;
  effective_from: Day;
  recorded_at: string;
};
type RegistrationRow = { provider_id: string; authority_id: string; status: string; valid: string; recorded: string; decision_id: string };
type AccreditationRow = Record<string, unknown>;

export type RegisterRows = { decisions: DecisionRow[]; registrations: RegistrationRow[]; accreditations: AccreditationRow[] };

const at = (day: Day) => `${day} 09:00:00+01`;
const broad = vocabulary("fields").flatMap(({ code }) => (code.length === 2 ? [code] : []));

/** Ten years of decisions about each provider: registered, looked at anew every three years, some suspended, lapsed, limited or withdrawn. */
export function registerOf(random: Random, providers: ProviderRow[], authorities: ProviderRow[], today: Day): RegisterRows {
  const rows: RegisterRows = { decisions: [], registrations: [], accreditations: [] };
  const idOf = new Map(authorities.map(({ slug, id }) => [slug, id]));
  for (const provider of providers) {
    const authorityId = idOf.get(provider.authority) ?? authorities[0]?.id ?? "";
    const decide = (kind: string, on: Day) => {
      const id = random.uuid();
      rows.decisions.push({
        id,
        kind,
        authority_id: authorityId,
        organisation_id: provider.id,
        decided_on: on,
        effective_from: on,
        recorded_at: at(on),
      });
      return id;
    };
    const since = addDays(today, -random.int(400, 3650));
    register(random, provider, authorityId, since, today, decide, rows);
    accredit(random, provider, authorityId, since, today, decide, rows);
  }
  return rows;
}

type Decide = (kind: string, on: Day) => string;

/** Each status follows the one before; the register knew the earlier as open until the later was decided. */
function register(
  random: Random,
  provider: ProviderRow,
  authorityId: string,
  since: Day,
  today: Day,
  decide: Decide,
  rows: RegisterRows,
): void {
  const later = (from: number, to: number) => addDays(today, -random.int(from, to));
  const steps: [status: string, kind: string, from: Day][] = [["registered", "register", since]];
  const fate = random.next();
  if (fate < 0.02) steps.push(["suspended", "suspend", later(5, 200)]);
  else if (fate < 0.03) steps.push(["withdrawn", "withdraw", later(5, 300)]);
  else if (fate < 0.07) steps.push(["suspended", "suspend", later(250, 390)], ["registered", "reinstate", later(5, 240)]);

  for (const [position, [status, kind, from]] of steps.entries()) {
    const decisionId = decide(kind, from);
    const next = steps[position + 1]?.[2];
    const row = { provider_id: provider.id, authority_id: authorityId, status, decision_id: decisionId };
    rows.registrations.push({ ...row, valid: toRange({ from, until: null }), recorded: `["${at(from)}",${next ? `"${at(next)}"` : ""})` });
    if (next) rows.registrations.push({ ...row, valid: toRange({ from, until: next }), recorded: `["${at(next)}",)` });
  }
}

function accredit(
  random: Random,
  provider: ProviderRow,
  authorityId: string,
  since: Day,
  today: Day,
  decide: Decide,
  rows: RegisterRows,
): void {
  const scope = random.weighted([
    [{ eqf_levels: null, fields: null }, 72],
    [
      {
        eqf_levels: random.pick([
          [3, 4, 5],
          [5, 6],
          [6, 7, 8],
        ]),
        fields: null,
      },
      15,
    ],
    [{ eqf_levels: null, fields: random.some(broad, 6) }, 13],
  ]);
  const fate = random.next();
  let from = since;
  for (let number = 1; from <= today && number < 12; number++) {
    const planned = addDays(from, random.int(700, 1300));
    const last = planned > today;
    // The last one says how things stand: lapsed some months ago, stated as open, ending soon, or in force for years.
    const until = !last
      ? planned
      : fate < 0.03
        ? addDays(today, -random.int(1, 120))
        : fate < 0.35
          ? null
          : addDays(today, random.int(20, 1500));
    if (until !== null && until <= from) break;
    const effect = last && fate > 0.96 ? random.pick(["no-new-starts", "teach-out"] as const) : "full";
    const decisionId = decide(number === 1 ? "accredit" : scope.fields || scope.eqf_levels ? "limit" : "extend", from);
    rows.accreditations.push({
      key: `${provider.slug}-${number}`,
      organisation_id: provider.id,
      accrediting_body_id: authorityId,
      title: { en: `Institutional accreditation ${number}`, nl: `Instellingsaccreditatie ${number}`, fr: `Habilitation ${number}` },
      type: "institutional-license",
      standard: provider.standard,
      ...scope,
      effect,
      effect_on: effect === "full" ? null : addDays(today, random.int(-60, 200)),
      valid: toRange({ from, until }),
      open_ended: until === null,
      recorded: `["${at(from)}",)`,
      decision_id: decisionId,
    });
    if (last) break;
    from = planned;
  }
}
