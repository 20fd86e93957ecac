import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { client, db } from "@/db";
import { people } from "@/db/schema";
import { type Actor, operator } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { findDraft } from "@/lib/decisions/drafts/queries";
import { runDraft } from "@/lib/decisions/dry-run/queries";
import { overseenQuery } from "@/lib/decisions/overview/list";
import { listOverseen } from "@/lib/decisions/overview/queries";
import { findPreview } from "@/lib/decisions/preview/queries";
import { findOverseen } from "@/lib/decisions/queries";
import { draftDecision, signDecision } from "@/lib/decisions/signing/commands";
import { startImport } from "@/lib/imports/commands";
import { figure, median } from "./figures";
import { ask, untilCalm } from "./http";

/** A registrar suspends a provider with a thousand offerings: how long the signature takes, and when the last public read has heard of it. */
const site = (process.env.BENCH_SITE ?? "").split(",")[0] ?? "";
const offerings = 1000;
const rounds = 3;
const patience = 300_000;
const languages = ["nl", "fr", "de", "en"];

type Chosen = { slug: string; authorityId: string };

/** A provider in good standing whose accreditation covers anything, and the authority that registered it. */
async function someProvider(): Promise<Chosen> {
  const [row] = await db.execute<Chosen>(sql`
    select p.slug, r.authority_id as "authorityId" from organisations p
    join registrations r on r.provider_id = p.id and upper_inf(r.recorded) and r.status = 'registered' and r.valid @> current_date
    join accreditations a on a.organisation_id = p.id and upper_inf(a.recorded) and a.eqf_levels is null and a.fields is null
      and upper(a.valid) is distinct from current_date and a.valid @> current_date + 30 and a.effect = 'full'
    join offerings o on o.provider_id = p.id and o.visible @> now()
    group by p.slug, r.authority_id order by count(*) desc, p.slug offset 40 limit 1`);
  if (!row) throw new Error("No provider can publish");
  return row;
}

function catalogue(): Uint8Array {
  const offering = (number: number) => ({
    id: `suspend-${number}`,
    language: "en",
    title: { en: `Measured course ${number}` },
    summary: { en: "One of a thousand that a decision takes away." },
    outcomes: [{ type: "skill", text: { en: `Does the work of course ${number}.` } }],
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
  });
  return Buffer.from(JSON.stringify({ offerings: Array.from({ length: offerings }, (_, number) => offering(number)) }));
}

async function aRegistrar(authorityId: string): Promise<Actor> {
  const email = `bench-${process.pid}@bench.example`;
  const [person] = await db.insert(people).values({ email, name: "Bench", locale: "en" }).returning({ id: people.id });
  return { id: `person:${person?.id}`, role: "registrar", organisationId: authorityId };
}

async function until(what: string, reached: () => Promise<boolean>, step = 5): Promise<void> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (await reached()) return;
    await pause(step);
  }
  throw new Error(`Waited in vain until ${what}`);
}

async function totalOf(slug: string): Promise<number> {
  const { body } = await ask(`${site}/api/v1/search?provider=${slug}&perPage=1`);
  return JSON.parse(body.toString()).total;
}

/** Drafts, looks at the dry run and signs, as the pages do. */
async function decide(actor: Actor, slug: string, form: Record<string, string>) {
  const words = Object.fromEntries(languages.map((language) => [`statement.${language}`, ["Measured."]]));
  const sent = {
    ...words,
    "reasons.en": ["A benchmark."],
    ...Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value]])),
  };
  const id = crypto.randomUUID();
  const drafted = await draftDecision(actor, slug, sent, id);
  if (!drafted.ok) throw new Error(drafted.problems.map(({ code }) => code).join());
  const provider = await findOverseen(actor, slug);
  const draft = provider && (await findDraft(actor, provider, id));
  if (!provider || !draft) throw new Error("The draft is not there");
  const begun = performance.now();
  const run = await runDraft(provider, draft);
  if (!run.ok) throw new Error(run.problems.map(({ code }) => code).join());
  const dry = performance.now() - begun;
  const signing = performance.now();
  const signed = await signDecision(actor, slug, id, run.value.fingerprint);
  if (!signed.ok) throw new Error(signed.problems.map(({ code }) => code).join());
  return {
    dry,
    sign: performance.now() - signing,
    signedAt: performance.now(),
    number: signed.value.number,
    touched: run.value.touched.length,
  };
}

await untilCalm(site);
const { slug, authorityId } = await someProvider();
const started = await startImport(operator("bench"), { providerSlug: slug, fileName: "suspend.json", bytes: catalogue(), dryRun: false });
if (!started.ok) throw new Error(started.problems.map(({ code }) => code).join());
await until("the catalogue is found", async () => (await totalOf(slug)) >= offerings, 500);
const before = await totalOf(slug);
const registrar = await aRegistrar(authorityId);
const [{ offering } = { offering: "" }] = await db.execute<{ offering: string }>(sql`
  select o.slug as offering from offerings o join organisations p on p.id = o.provider_id where p.slug = ${slug} and o.visible @> now() limit 1`);

const times: Record<"dry" | "sign" | "page" | "api" | "search" | "index" | "back", number[]> = {
  dry: [],
  sign: [],
  page: [],
  api: [],
  search: [],
  index: [],
  back: [],
};
const firsts = { page: 0, api: 0, search: 0 };
for (let round = 0; round < rounds; round++) {
  await ask(`${site}/en/offerings/${offering}`);
  const suspended = await decide(registrar, slug, { kind: "suspend", from: today(), end: "open", reviewOn: "2190-01-01", scope: "all" });
  const since = suspended.signedAt;
  const [page, api, total] = await Promise.all([
    ask(`${site}/en/offerings/${offering}`).then(({ body }) => ({ gone: body.toString().includes('id="notice"'), at: performance.now() })),
    ask(`${site}/api/v1/offerings/${offering}`).then(({ status }) => ({ gone: status === 410, at: performance.now() })),
    totalOf(slug).then((found) => ({ gone: found === 0, at: performance.now() })),
  ]);
  firsts.page += Number(page.gone);
  firsts.api += Number(api.gone);
  firsts.search += Number(total.gone);
  await until("search has none of them", async () => (await totalOf(slug)) === 0);
  times.search.push((total.gone ? total.at : performance.now()) - since);
  times.page.push(page.at - since);
  times.api.push(api.at - since);
  await until("the index has caught up", async () => {
    const [waiting] = await db.execute<{ count: number }>(sql`select count(*)::int as count from events where indexed_at is null`);
    return waiting?.count === 0;
  });
  times.index.push(performance.now() - since);
  times.dry.push(suspended.dry);
  times.sign.push(suspended.sign);

  const [decision] = await db.execute<{ id: string }>(sql`select id from decisions where number = ${suspended.number}`);
  const back = await decide(registrar, slug, { kind: "reinstate", from: today(), decision: decision?.id ?? "" });
  await until("all are found again", async () => (await totalOf(slug)) === before);
  times.back.push(performance.now() - back.signedAt);
  if (back.touched !== suspended.touched) throw new Error(`${suspended.touched} left and ${back.touched} came back`);
}

/** How long what the registrar looks at takes to be read, with all providers of the authority there are. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < 5; round++) {
    const begun = performance.now();
    await work();
    taken.push(performance.now() - begun);
  }
  return median(taken);
}
const query = overseenQuery.parse({});
const { total } = await listOverseen(registrar, query, "nl");
figure("authority's list of providers, median", await timed(() => listOverseen(registrar, query, "nl")), "ms", `${total} providers`);
const inAYear = await findPreview(registrar, addDays(today(), 365));
const seen = `${inAYear.turns.length} turns, ${inAYear.rows.length} offerings`;
figure("preview of a day in a year, median", await timed(() => findPreview(registrar, addDays(today(), 365))), "ms", seen);

const all = `${before} offerings, ${rounds} rounds`;
figure("suspension: dry run, median", median(times.dry), "ms", all);
figure("suspension: the signature's transaction, median", median(times.sign), "ms");
figure("signed → first page says so", firsts.page / rounds, "of all", "the very next request", { atLeast: 1 });
figure("signed → API says gone", firsts.api / rounds, "of all", "the very next request", { atLeast: 1 });
figure("signed → gone from search, slowest", Math.max(...times.search), "ms", `${firsts.search} of ${rounds} at the very next question`, {
  atMost: 1000,
});
figure("signed → index caught up, median", median(times.index), "ms");
figure("reinstated → all found again, median", median(times.back), "ms");
await client.end();
