import { sql } from "drizzle-orm";
import { client, db } from "@/db";
import { getStatus } from "@/lib/api/register/status";
import { today } from "@/lib/clock";
import { addDays, type Day } from "@/lib/days/days";
import { instant } from "@/lib/register/instant";
import { answerQuestion, findRegistered } from "@/lib/register/queries";
import type { Question } from "@/lib/register/question";
import { readRecord } from "@/lib/register/record/queries";
import { searchRegister } from "@/lib/register/search/queries";
import { parseRegisterQuery } from "@/lib/register/search/query";
import { vocabulary } from "@/lib/vocabularies/vocabulary";
import { figure, median, percentile } from "./figures";
import { processorTime } from "./processes";
import { newRandom } from "./random";
import { type Decided, historyOf } from "./set/decisions";

/** The register with a million decisions: what an answer for two days takes, and a search. */
const wanted = Number(process.env.BENCH_DECISIONS ?? 1_000_000);
const day = today();
const tables = ["decisions", "registrations", "accreditations", "restrictions"] as const;
const overlaps = ["registrations", "accreditations", "restrictions"] as const;

async function load(): Promise<void> {
  const [made] = await db.execute<{ count: number }>(sql`select count(*)::int as count from organisations where slug like 'register-%'`);
  if ((made?.count ?? 0) > 0) return;
  const started = performance.now();
  const random = newRandom(41);
  const authorities = await db.execute<{ id: string }>(
    sql`select id from organisations where 'competent-authority' = any (roles) order by slug`,
  );
  // Constraints that look at every row are taken away, and have to hold when they come back.
  for (const table of overlaps) await client.unsafe(`alter table ${table} drop constraint ${table}_no_overlap`);

  let decided = 0;
  let batch: Decided = { decisions: [], registrations: [], accreditations: [], restrictions: [] };
  const organisations: Record<string, unknown>[] = [];
  for (let number = 0; decided < wanted; number++) {
    const id = random.uuid();
    organisations.push({
      id,
      slug: `register-${number}`,
      name: { en: `${random.pick(["River", "Garden", "Tower", "Stone", "Harbour"])} College ${number}` },
    });
    const count = random.weighted([
      [random.int(10, 30), 60],
      [random.int(40, 100), 30],
      [random.int(150, 500), 10],
    ]);
    const history = historyOf(random, { id, authorityId: random.pick(authorities).id }, count, day);
    decided += count;
    for (const table of tables) batch[table].push(...history[table]);
    if (batch.decisions.length > 20_000 || decided >= wanted) {
      await write(organisations.splice(0), batch);
      batch = { decisions: [], registrations: [], accreditations: [], restrictions: [] };
    }
  }
  for (const table of overlaps) {
    const who = table === "registrations" ? "provider_id with =, authority_id with =" : "key with =, organisation_id with =";
    await client.unsafe(
      `alter table ${table} add constraint ${table}_no_overlap exclude using gist (${who}, valid with &&, recorded with &&)`,
    );
  }
  await client.unsafe("vacuum analyze");
  const [rows] = await db.execute<{ count: number }>(
    sql`select (select count(*) from registrations) + (select count(*) from accreditations) + (select count(*) from restrictions) as count`,
  );
  console.log(`  ${decided} decisions, ${rows?.count} rows on two clocks in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

async function write(organisations: Record<string, unknown>[], batch: Decided): Promise<void> {
  const list = JSON.stringify(organisations);
  await client.unsafe(
    `insert into organisations (id, slug, roles, provider_type, country, town, nuts)
     select id, slug, '{provider}', 'vocational', 'BE', 'Gent', 'BE234' from jsonb_to_recordset($1::text::jsonb) as r(id uuid, slug text)`,
    [list],
  );
  await client.unsafe(
    `insert into organisation_names (organisation_id, name, valid, recorded)
     select id, name, '[2010-01-01,)', '[2010-01-01,)' from jsonb_to_recordset($1::text::jsonb) as r(id uuid, name jsonb)`,
    [list],
  );
  for (const table of tables) {
    for (let from = 0; from < batch[table].length; from += 5000) {
      const part = batch[table].slice(from, from + 5000);
      const columns = Object.keys(part[0] ?? {}).map((name) => `"${name}"`);
      await client.unsafe(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
        [JSON.stringify(part)],
      );
    }
  }
}

async function time<T>(list: T[], work: (item: T) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const item of list) {
    const started = performance.now();
    await work(item);
    times.push(performance.now() - started);
  }
  return times;
}

function tell(name: string, times: number[], atMost?: number): void {
  figure(`${name}, median`, median(times), "ms");
  figure(`${name}, 95th percentile`, percentile(times, 0.95), "ms", "", atMost === undefined ? undefined : { atMost });
}

await load();
const random = newRandom(43);
/** Half of them any organisation, half those that have most decisions, of whom registers are asked most. */
const slugs = await db.execute<{ slug: string; weight: number }>(sql`
  select o.slug, count(*)::int as weight from organisations o join decisions d on d.organisation_id = o.id where o.slug like 'register-%' group by o.slug order by 2 desc, 1`);
const someSlug = () => (random.next() < 0.5 ? random.pick(slugs) : random.pick(slugs.slice(0, Math.ceil(slugs.length / 10)))).slug;
const fields = vocabulary("fields").map(({ code }) => code);
const someDay = (): Day => addDays(day, -random.int(1, 3600));
const someQuestion = (): Question & { slug: string } => ({
  slug: someSlug(),
  eqf: random.pick([null, 3, 4, 5, 6, 7]),
  field: random.pick([null, ...fields]),
  validOn: random.next() < 0.3 ? day : someDay(),
  asKnownOn: random.next() < 0.5 ? null : someDay(),
});
const questions = (count: number) => Array.from({ length: count }, someQuestion);

const ask = async ({ slug, ...question }: ReturnType<typeof someQuestion>) => {
  const organisation = await findRegistered(slug);
  if (!organisation) throw new Error(`${slug} is not in the register`);
  return await answerQuestion(organisation, question);
};
await time(questions(200), ask);
const spent = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
const [before, served] = [spent(), processorTime("postgres")];
tell("register answer, both clocks", await time(questions(2000), ask), 20);
// Holds up beside other work, which times on the clock do not.
const [ours, theirs] = [(spent() - before) / 2000, (processorTime("postgres") - served) / 2000];
figure("register answer, processor time", ours + theirs, "ms", `our process ${ours.toFixed(1)}, postgres ${theirs.toFixed(1)}`);

const status = (name: string) => async (question: ReturnType<typeof someQuestion>) => {
  const { slug, eqf, field, validOn, asKnownOn } = question;
  const params = new URLSearchParams({
    provider: slug,
    validOn,
    ...(eqf ? { eqf: String(eqf) } : {}),
    ...(field ? { field } : {}),
    ...(asKnownOn ? { asKnownOn } : {}),
  });
  // Each asks from an address of its own, so that the limit of new receipts is not what is measured.
  const headers = { "x-cairn-caller": `${name}-${random.int(0, 1e9)}` };
  const answer = await getStatus(new Request(`http://localhost/api/v1/register/status?${params}`, { headers }));
  if (answer.status !== 200) throw new Error(`The register answered ${answer.status}: ${await answer.text()}`);
  await answer.text();
};
const asked = questions(500);
tell("the API's answer with a new receipt", await time(asked, status("new")));
tell("the API's answer with a receipt given before", await time(asked, status("known")));
tell("an organisation with all its decisions", await time(questions(300), ({ slug, ...clocks }) => readRecord(slug, clocks)));

const searches: [name: string, params: () => Record<string, string>][] = [
  ["register search, today", () => ({ eqf: String(random.int(3, 7)), status: "accredited" })],
  ["register search by name", () => ({ q: `college ${random.int(100, 9999)}` })],
  ["register search, as known on another day", () => ({ eqf: String(random.int(3, 7)), validOn: someDay(), asKnownOn: someDay() })],
];
for (const [name, params] of searches) {
  const list = Array.from({ length: 25 }, () => parseRegisterQuery(params(), instant()).query);
  tell(name, await time(list, (query) => searchRegister(query, "en")));
}
await client.end();
