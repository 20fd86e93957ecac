import { type APIRequestContext, expect, test } from "@playwright/test";
import postgres from "postgres";
import { type Access, pages } from "@/lib/auth/access";
import { authority, expected, idOf, type Player, provider, signInAll } from "./players";
import { type Sample, samples } from "./samples";

/** Every page of the table as every role, of the organisation whose record it is and of another, and signed out. */
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

const open = (request: APIRequestContext, path: string, cookie = "") =>
  request.get(path, { headers: { accept: "text/html", ...(cookie ? { cookie } : {}) }, maxRedirects: 0 });

type Address = Sample & { route: string; access: Access };

/** Addresses with what stands for a record filled in. */
async function addresses(applicantId: string, counsellorId: string): Promise<Address[]> {
  const known = await samples(sql, { provider: provider.own, authority: authority.own, applicantId, counsellorId });
  return Object.entries(pages)
    .filter(([, access]) => access !== "public")
    .map(([route, access]) => {
      const { path, owner } = known[route] ?? { path: route.replace("/[locale]", "/en"), owner: null };
      if (path.includes("[")) throw new Error(`e2e/samples.ts has no example of ${route}`);
      return { route, access, path, owner };
    });
}

test.describe.configure({ mode: "serial", timeout: 600_000 });

let players: Player[] = [];
let all: Address[] = [];
test.beforeAll(async () => {
  players = await signInAll();
  all = await addresses(idOf(players, "nobody's"), idOf(players, "own counsellor"));
});

test("whoever is not signed in is asked to sign in, and comes back", async ({ request }) => {
  for (const { path } of all) {
    const answer = await open(request, path);
    expect([303, 307], path).toContain(answer.status());
    expect(answer.headers().location, path).toMatch(/\/en\/sign-in\?to=%2Fen%2F/);
  }
});

test("each page is there for exactly those who have the right, and only for those whose record it is", async ({ request }) => {
  const wrong: string[] = [];
  for (const address of all) {
    for (const player of players) {
      const status = (await open(request, address.path, player.cookie)).status();
      const wanted = expected(address, player);
      if (status !== wanted) wrong.push(`${address.route} (${address.path}) as ${player.who}: ${status} and not ${wanted}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** The forms of a page as a browser without JavaScript sends them. */
function formsOf(html: string): Record<string, string>[] {
  return [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].flatMap(([, inside = ""]) => {
    const fields = [...inside.matchAll(/<input\b[^>]*>/g)].map(([tag]) => [attribute(tag, "name"), attribute(tag, "value")] as const);
    const form = Object.fromEntries(fields.flatMap(([name, value]) => (name ? [[name, value ?? ""]] : [])));
    return Object.keys(form).some((name) => name.startsWith("$ACTION")) ? [form] : [];
  });
}

function attribute(tag: string, name: string): string | undefined {
  const found = tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];
  return found
    ?.replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

test("a form that somebody else was shown does nothing for those without the right", async ({ request }) => {
  const wrong: string[] = [];
  let tried = 0;
  for (const address of all) {
    // The last of the cast who may open it has the most rights.
    const shown = players.filter((player) => expected(address, player) === 200).at(-1);
    const forms = shown ? formsOf(await (await open(request, address.path, shown.cookie)).text()) : [];
    const strangers = players.filter((player) => expected(address, player) === 404);
    for (const player of [...strangers, undefined]) {
      for (const form of forms) {
        const headers = {
          accept: "text/html",
          origin: new URL(process.env.BASE_URL ?? "").origin,
          ...(player ? { cookie: player.cookie } : {}),
        };
        const answer = await request.post(address.path, { headers, multipart: form, maxRedirects: 0 });
        tried += 1;
        if (answer.status() >= 500) wrong.push(`${address.route} as ${player?.who ?? "nobody"}: ${answer.status()}`);
      }
    }
    const [done] = await sql<{ what: string[] | null }[]>`select array_agg(type) as what from events
      where actor = any(${strangers.map(({ personId }) => `person:${personId}`)}) and type <> 'person.signed-out'`;
    if (done?.what) wrong.push(`${address.route}: ${done.what.join(", ")}`);
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(100);
});
