import { sql } from "drizzle-orm";
import { client, db } from "@/db";
import { today } from "@/lib/clock";
import { refreshVisibility } from "@/lib/visibility/commands";
import { newRandom } from "./random";
import { type OfferingRow, someOffering, type VersionRow } from "./set/offerings";
import { type ProviderRow, someAuthorities, someProviders } from "./set/providers";
import { registerOf } from "./set/register";
import { addSessions, type SessionRows } from "./set/sessions";
import { courseTexts } from "./set/texts";

export type SetSize = { offerings: number; seed?: number; log?: (line: string) => void };

const chunk = 2000;

/** Writes rows by one statement a chunk; the columns take their types from the table. */
export async function insertRows(table: string, rows: Record<string, unknown>[], into: typeof client = client): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) {
    const part = rows.slice(from, from + chunk);
    const columns = Object.keys(part[0] ?? {})
      .map((name) => `"${name}"`)
      .join(", ");
    const record = `select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`;
    await into.unsafe(`insert into ${table} (${columns}) ${record}`, [JSON.stringify(part)]);
  }
}

/**
 * The national set (design, section 9): by default 1,000 providers, 50,000 published offerings, 200,000 sessions and ten years of
 * decisions; smaller in proportion. The same seed and day give the same rows. Goes into an empty database.
 */
export async function loadNationalSet({ offerings, seed = 20_260_101, log = () => undefined }: SetSize) {
  const started = performance.now();
  const random = newRandom(seed);
  const day = today();
  const authorities = someAuthorities(random);
  const providers = someProviders(random, Math.max(5, Math.round(offerings / 50)));
  await loadOrganisations([...authorities, ...providers]);
  const register = registerOf(random, providers, authorities, day);
  for (const table of ["decisions", "registrations", "accreditations"] as const) await insertRows(table, register[table]);
  log(`  ${providers.length} providers, ${register.decisions.length} decisions`);

  const texts = courseTexts(random, offerings);
  const counters = new Map<string, number>();
  let sessions = 0;
  for (let done = 0; done < offerings; done += chunk) {
    const batch = {
      offerings: [] as OfferingRow[],
      versions: [] as VersionRow[],
      runs: { sessions: [], windows: [], prices: [] } as SessionRows,
    };
    for (let number = done; number < Math.min(done + chunk, offerings); number++) {
      const text = texts[number % texts.length];
      // Large providers and small: the first have hundreds of offerings, the last a few.
      const provider = providers[number < providers.length ? number : random.skewed(providers.length, 1.8)];
      if (!text || !provider) throw new Error("There is nothing to make offerings of");
      const count = (counters.get(provider.id) ?? 0) + 1;
      counters.set(provider.id, count);
      const made = someOffering(random, text, provider, count, Math.floor(number / texts.length), day);
      batch.offerings.push(made.offering);
      batch.versions.push(made.version);
      addSessions(random, made.offering.id, day, batch.runs);
    }
    await loadBatch(batch);
    sessions += batch.runs.sessions.length;
  }
  await client.unsafe("vacuum analyze");
  const seconds = (performance.now() - started) / 1000;
  log(`  ${offerings} offerings, ${sessions} sessions in ${seconds.toFixed(1)} s`);
  return { providers: providers.length, offerings, sessions, decisions: register.decisions.length, seconds };
}

/** One provider that may publish anything, in an otherwise empty database; answers its slug. */
export async function loadOneProvider(): Promise<string> {
  const random = newRandom(1);
  const authorities = someAuthorities(random);
  const [provider] = someProviders(random, 1);
  if (!provider) throw new Error("No provider was made");
  await loadOrganisations(authorities);
  await loadAccredited([provider]);
  return provider.slug;
}

/** Providers that may publish anything, beside authorities that are there. */
export async function loadAccredited(providers: ProviderRow[]): Promise<void> {
  await loadOrganisations(providers);
  for (const provider of providers)
    await client.unsafe(
      `with authority as (
       select id from organisations where slug = $2
     ), decision as (
       insert into decisions (kind, authority_id, organisation_id, decided_on, effective_from)
       select 'register', id, $1, '2020-01-01', '2020-01-01' from authority returning id
     ), registration as (
       insert into registrations (provider_id, authority_id, status, valid, recorded, decision_id)
       select $1, authority.id, 'registered', '[2020-01-01,)', '[2020-01-01,)', decision.id from decision, authority
     )
     insert into accreditations (key, organisation_id, accrediting_body_id, title, type, standard, valid, open_ended, recorded, decision_id)
     select 'one', $1, authority.id, '{"en":"One"}', 'institutional-license', 'other', '[2020-01-01,)', true, '[2020-01-01,)', decision.id
     from decision, authority`,
      [provider.id, provider.authority],
    );
}

async function loadOrganisations(rows: ProviderRow[]): Promise<void> {
  await insertRows(
    "organisations",
    rows.map(({ names: _names, authority: _authority, standard: _standard, ...row }) => ({
      ...row,
      statements: {},
      created_at: "2015-01-01",
    })),
  );
  await client.unsafe(
    `insert into organisation_names (organisation_id, name, valid, recorded)
     select id, name, '[2010-01-01,)', '[2010-01-01,)' from jsonb_to_recordset($1::text::jsonb) as r(id uuid, name jsonb)`,
    [JSON.stringify(rows.map(({ id, names }) => ({ id, name: names })))],
  );
}

async function loadBatch(batch: { offerings: OfferingRow[]; versions: VersionRow[]; runs: SessionRows }): Promise<void> {
  await db.transaction(async (tx) => {
    const write = async (table: string, columns: string, rows: unknown[]) => {
      await tx.execute(
        sql`insert into ${sql.raw(table)} (${sql.raw(columns)})
            select ${sql.raw(columns)} from jsonb_populate_recordset(null::${sql.raw(table)}, ${JSON.stringify(rows)}::text::jsonb)`,
      );
    };
    await tx.execute(sql`
      insert into offerings (id, slug, provider_id, external_id, current_version_id, first_published_at, status)
      select id, slug, provider_id, external_id, current_version_id, first_published_at, 'published'
      from jsonb_populate_recordset(null::offerings, ${JSON.stringify(batch.offerings)}::text::jsonb)`);
    const version =
      "id, offering_id, number, effective_from, published_at, content, title, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, search_text";
    await write("versions", version, batch.versions);
    const session = "id, offering_id, external_id, starts_on, ends_on, schedule, modes, languages, places, seats, seats_left, cancelled_on";
    await write("sessions", session, batch.runs.sessions);
    await tx.execute(sql`
      insert into enrolment_windows (session_id, opens_on, closes_on)
      select * from jsonb_to_recordset(${JSON.stringify(batch.runs.windows)}::text::jsonb) as r(session_id uuid, opens_on date, closes_on date)`);
    await write("session_prices", "session_id, learner_group, amount, currency", batch.runs.prices);
    await refreshVisibility(tx, { offeringIds: batch.offerings.map(({ id }) => id) });
  });
}
