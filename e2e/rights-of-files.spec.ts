import { type APIRequestContext, expect, test } from "@playwright/test";
import postgres from "postgres";
import type { Permission } from "@/lib/auth/permissions";
import { mayAtAll } from "@/lib/auth/permissions";
import { routes } from "@/lib/auth/routes";
import { hashOf, newSecret } from "@/lib/auth/secret";
import { authority, expected, idOf, isRight, type Player, provider, signInAll } from "./players";
import { type Sample, samples } from "./samples";

/** Every address of the table that is no page: files that are taken out and handed in as every role, the machines' API with every key. */
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

const api = "/api/v1/provider/";
const guarded = Object.entries(routes).filter(([, access]) => isRight(access)) as [string, Permission][];

test.describe.configure({ mode: "serial", timeout: 600_000 });

let players: Player[] = [];
let known: Record<string, Sample> = {};
/** Where the gate of a case keeps people out whatever their role: whose case it is opens it alone. */
let gated: Record<string, string[]> = {};
test.beforeAll(async () => {
  players = await signInAll();
  const whose = { applicantId: idOf(players, "nobody's"), counsellorId: idOf(players, "own counsellor") };
  known = await samples(sql, { provider: provider.own, authority: authority.own, ...whose });
  const [application, audit, lists] = ["manage/applications", "manage/audits", "guidance/lists"].map((part) => `/[locale]/${part}`);
  const idIn = (page: string) => known[page]?.path.split("/").at(-1) ?? "";
  const fileOf = async (subject: string, id: string) =>
    (
      await sql<{ id: string }[]>`insert into files (subject, subject_id, name, media_type, size, sha256, bytes)
        values (${subject}, ${id}, 'proof.pdf', 'application/pdf', 1, '', 'x') returning id`
    )[0]?.id ?? "";
  const number = idIn(`${audit}/[number]`);
  const [found] = await sql<{ id: string }[]>`select id from audit_cases where number = ${number}`;
  const [evidence, proof] = [await fileOf("application", idIn(`${application}/[id]`)), await fileOf("audit", found?.id ?? "")];
  known[`${application}/[id]/files/[file]`] = under(`${application}/[id]`, `/files/${evidence}`);
  known[`${audit}/[number]/files/[file]`] = under(`${audit}/[number]`, `/files/${proof}`);
  known[`${lists}/[id]/file`] = under(`${lists}/[id]`, "/file");
  for (const part of [application, audit])
    known[`${part}/${part === audit ? "[number]" : "[id]"}/files`] = under(`${part}/${part === audit ? "[number]" : "[id]"}`, "/files");
  known["/[locale]/oversight/audits/[number]/files"] = under("/[locale]/oversight/audits/[number]", "/files");
  for (const part of ["manage", "oversight/quality"])
    for (const rest of ["report", "progress"])
      known[`/[locale]/${part}/imports/[id]/${rest}`] = under(`/[locale]/${part}/imports/[id]`, `/${rest}`);
  known["/[locale]/oversight/statistics/file"] = { path: "/en/oversight/statistics/file?code=lapses", owner: null };
  gated = { [`${application}/[id]/files/[file]`]: ["nobody's"] };
});

function under(page: string, rest: string): Sample {
  const sample = known[page];
  if (!sample) throw new Error(`e2e/samples.ts has no example of ${page}`);
  return { ...sample, path: sample.path + rest };
}

function sampleOf(address: string): Sample {
  const sample = known[address] ?? { path: address.replace("/[locale]", "/en"), owner: null };
  if (sample.path.includes("[")) throw new Error(`nothing here is an example of ${address}`);
  return sample;
}

test("a file is there for exactly those who have the right, and only for those whose it is", async ({ request }) => {
  const wrong: string[] = [];
  const files = guarded.filter(([route]) => route.startsWith("GET ") && !route.includes(api));
  for (const [route, access] of files) {
    const address = route.slice("GET ".length);
    const { path, owner } = sampleOf(address);
    for (const player of [...players, undefined]) {
      const headers = player ? { cookie: player.cookie } : {};
      const status = (await request.get(path, { headers, maxRedirects: 0 })).status();
      const opens = gated[address]?.includes(player?.who ?? "") ?? (player && expected({ access, owner, route: address }, player) === 200);
      if (status !== (opens ? 200 : 404)) wrong.push(`${route} (${path}) as ${player?.who ?? "nobody"}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(files.length).toBeGreaterThan(8);
});

test("what is handed in by those without the right is kept nowhere", async ({ request }) => {
  const wrong: string[] = [];
  for (const [route, access] of guarded.filter(([one]) => one.startsWith("POST ") && !one.includes(api))) {
    const address = route.slice("POST ".length);
    const { path, owner } = sampleOf(address);
    const strangers = players.filter((player) => expected({ access, owner, route: address }, player) === 404);
    for (const player of [...strangers, undefined]) {
      const answer = await request.post(path, {
        headers: { origin: new URL(process.env.BASE_URL ?? "").origin, ...(player ? { cookie: player.cookie } : {}) },
        multipart: { file: { name: "proof.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 proof") } },
        maxRedirects: 0,
      });
      const to = answer.headers().location ?? "";
      // Who acts for nobody is asked to sign in as somebody who does.
      const refused = (player !== undefined && /[?&]problem=/.test(to)) || (!player?.organisation && to.includes("/sign-in?"));
      if (answer.status() !== 303 || !refused) wrong.push(`${route} as ${player?.who ?? "nobody"}: ${answer.status()} ${to}`);
    }
    const ids = strangers.map(({ personId }) => personId);
    const kept =
      await sql`select from files where uploaded_by_id = any(${ids}) union all select from imports where actor = any(${ids.map((id) => `person:${id}`)})
      union all select from quality_imports where actor = any(${ids.map((id) => `person:${id}`)})`;
    if (kept.length > 0) wrong.push(`${route}: ${kept.length} kept`);
  }
  expect(wrong).toEqual([]);
});

/** A key of each scope, of the provider whose offering is asked for and of another. */
async function makeKeys() {
  const made = [];
  for (const organisation of [provider.own, provider.other])
    for (const scope of ["read", "write", "publish"] as const) {
      const secret = `cairn_${newSecret()}`;
      await sql`insert into api_keys (organisation_id, name, start, secret_hash, scope, expires_on)
        select id, 'rights', 'cairn_rights', ${hashOf(secret)}, ${scope}::api_key_scope, current_date + 1 from organisations where slug = ${organisation}`;
      made.push({ organisation, scope, secret });
    }
  return made;
}

/** What is understood by each address that writes: refused is who asks, and not what they say. */
const bodies: Record<string, object> = {
  "PUT /api/v1/provider/offerings/[externalId]": { language: "en", title: { en: "Rights" } },
  "PUT /api/v1/provider/offerings/[externalId]/sessions/[id]": { starts: "2099-01-01" },
  "POST /api/v1/provider/offerings/[externalId]/publication": {},
  "DELETE /api/v1/provider/offerings/[externalId]/publication": { reason: { en: "Rights", nl: "Rechten", fr: "Droits", de: "Rechte" } },
  "POST /api/v1/provider/offerings/bulk": { items: [{ id: "RIGHTS", language: "en", title: { en: "Rights" } }] },
};

test("a key opens what its scope names, of its own provider, and nothing opens the machines' addresses but a key", async ({ request }) => {
  const wrong: string[] = [];
  const keys = await makeKeys();
  const [offering] = await sql<{ id: string; session: string }[]>`select o.external_id as id, s.external_id as session
    from offerings o join organisations p on p.id = o.provider_id join sessions s on s.offering_id = o.id
    where p.slug = ${provider.own} and o.status = 'published' order by o.slug, s.external_id limit 1`;
  const machines = guarded.filter(([route]) => route.includes(api));
  for (const [route, access] of machines) {
    const [method = "", address = ""] = route.split(" ");
    // Each provider has ids of its own: one that nobody has yet is there for everybody to write under.
    const isNew = route === `PUT ${api}offerings/[externalId]`;
    const id = encodeURIComponent(isNew ? "RIGHTS" : (offering?.id ?? ""));
    const path = address.replace("[externalId]", id).replace("[id]", encodeURIComponent(offering?.session ?? ""));
    const send = (headers: Record<string, string>) => ask(request, { method, path: `${path}?dryRun=1`, headers, body: bodies[route] });
    for (const player of [...players, undefined]) {
      const status = await send(player ? { cookie: player.cookie } : {});
      if (status !== 401) wrong.push(`${route} with the session of ${player?.who ?? "nobody"}: ${status}`);
    }
    for (const { organisation, scope, secret } of keys) {
      const status = await send({ authorization: `Bearer ${secret}` });
      const mayDo = mayAtAll({ id: "", role: `key-${scope}`, organisationId: null }, access);
      const isThere = organisation === provider.own || isNew || !address.includes("[externalId]");
      const wanted = !mayDo ? 403 : isThere ? 200 : 404;
      if (status !== wanted) wrong.push(`${route} with a key to ${scope} of ${organisation}: ${status} and not ${wanted}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(machines.length).toBeGreaterThan(8);
});

type Asked = { method: string; path: string; headers: Record<string, string>; body: object | undefined };

/** The status of the answer; where several are written at once, 403 where each of them is refused. */
async function ask(request: APIRequestContext, { method, path, headers, body }: Asked): Promise<number> {
  const answer = await request.fetch(path, { method, headers, ...(body ? { data: body } : {}), maxRedirects: 0 });
  const { results } = (answer.status() === 200 ? await answer.json() : {}) as { results?: { outcome: string }[] };
  return results?.every(({ outcome }) => outcome === "refused") ? 403 : answer.status();
}
