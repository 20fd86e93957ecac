import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { client } from "@/db";
import { getCheckpoint, getDay, listDaysRoute, listEntriesRoute, proveConsistencyRoute, proveInclusionRoute } from "@/lib/api/log/routes";
import { openApiDocument } from "@/lib/api/openapi/document";
import { consistencyAnswer, daysAnswer, entriesAnswer, inclusionAnswer } from "@/lib/api/openapi/log-paths";
import problems from "@/lib/i18n/messages/en/problems.json";
import { includes, isConsistent, leaf, treeHash } from "@/lib/public-log/fixtures/rfc6962";
import { emptyDatabase } from "./database";
import { aRegisterWithAPast } from "./log-register";

beforeAll(async () => {
  await emptyDatabase();
  await aRegisterWithAPast();
}, 60_000);
afterAll(() => client.end());

const base = "/api/v1/log";
const routes = {
  [`${base}/checkpoint`]: [getCheckpoint, null],
  [`${base}/entries`]: [listEntriesRoute, entriesAnswer],
  [`${base}/proof/inclusion`]: [proveInclusionRoute, inclusionAnswer],
  [`${base}/proof/consistency`]: [proveConsistencyRoute, consistencyAnswer],
  [`${base}/checkpoints`]: [listDaysRoute, daysAnswer],
  [`${base}/checkpoints/{day}`]: [getDay, null],
} as const;

async function ask(path: keyof typeof routes, query: Record<string, string | number> = {}, headers: Record<string, string> = {}) {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const answer = await routes[path][0](new Request(`http://localhost${path}?${search}`, { headers }));
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: () => JSON.parse(text) };
}

type Described = { parameters?: { name: string; in: string; example?: unknown; schema?: { example?: unknown } }[] };

test("every example of the description is answered as it is described", async () => {
  const { paths } = JSON.parse(JSON.stringify(openApiDocument())) as { paths: Record<string, { get: Described }> };
  for (const [path, [route, schema]] of Object.entries(routes)) {
    const given = (paths[path]?.get.parameters ?? []).map(({ name, in: where, example, schema: of }) => ({
      name,
      where,
      example: example ?? of?.example,
    }));
    const at = given.reduce(
      (text, { name, where, example }) => (where === "path" ? text.replace(`{${name}}`, String(example)) : text),
      path,
    );
    const search = new URLSearchParams(
      given.flatMap(({ name, where, example }) => (where === "query" && example !== undefined ? [[name, String(example)]] : [])),
    );
    const answer = await route(new Request(`http://localhost${at}?${search}`));
    expect([path, answer.status]).toEqual([path, 200]);
    if (schema) expect(schema.safeParse(await answer.json()).error?.issues, path).toBeUndefined();
    else expect(await answer.text()).toMatch(/^localhost:3000\/api\/v1\/log\n\d+\n\S{44}\n\n— localhost:3000\/api\/v1\/log \S+\n$/);
  }
});

test("with nothing but what it answers, an implementation of its own checks the whole log", async () => {
  const note = (await ask(`${base}/checkpoint`)).text.split("\n");
  const size = Number(note[1]);
  const entries: string[] = [];
  while (entries.length < size)
    for (const { entry } of (await ask(`${base}/entries`, { start: entries.length, end: entries.length + 24 })).json().items)
      entries.push(entry);
  const root = treeHash(entries);
  expect(root.toString("base64")).toBe(note[2]);
  const bytes = (hashes: string[]) => hashes.map((hash) => Buffer.from(hash, "base64"));
  for (const [position, entry] of entries.entries()) {
    const proof = (await ask(`${base}/proof/inclusion`, { leafHash: leaf(entry).toString("base64") })).json();
    expect(proof).toMatchObject({ position, size, entry, checkpoint: note.join("\n") });
    expect(includes(leaf(entry), position, size, bytes(proof.hashes), root)).toBe(true);
  }
  const days: { size: number }[] = (await ask(`${base}/checkpoints`)).json().items;
  expect(days).toHaveLength(4);
  for (const { size: first } of days) {
    const proof = (await ask(`${base}/proof/consistency`, { first })).json();
    expect(isConsistent(first, size, bytes(proof.hashes), treeHash(entries.slice(0, first)), root)).toBe(true);
  }
});

test("nothing about a person is in it", async () => {
  const people = await client<{ id: string; email: string; name: string | null }[]>`select id, email, name from people`;
  expect(people.length).toBeGreaterThan(0);
  const { text } = await ask(`${base}/entries`, { start: 0, end: 999 });
  for (const { id, email } of people) for (const word of [id, email]) expect(text).not.toContain(word);
  expect(text).not.toMatch(/signedBy|actor|person:/);
});

test("daily checkpoints come in pages, and each at its own address", async () => {
  const first = (await ask(`${base}/checkpoints`, { limit: 3 })).json();
  expect(first.items.map(({ day }: { day: string }) => day)).toEqual(["2026-11-04", "2026-11-03", "2026-11-02"]);
  const next = await listDaysRoute(new Request(`http://localhost${first.next}`));
  expect((await next.json()).items).toHaveLength(1);
  for (const { address, checkpoint } of first.items)
    expect(await (await getDay(new Request(`http://localhost${address}`))).text()).toBe(checkpoint);
});

test("what is unchanged is not sent again", async () => {
  const { headers, status } = await ask(`${base}/entries`);
  expect(status).toBe(200);
  expect((await ask(`${base}/entries`, {}, { "if-none-match": headers.get("etag") ?? "" })).status).toBe(304);
});

test.each([
  ["entries", { start: 5000 }, 404, "logPositionUnknown"],
  ["entries", { start: 5, end: 4 }, 400, "logRangeBackwards"],
  ["entries", { start: "-1" }, 400, "logNumberNotAccepted"],
  ["proof/inclusion", {}, 400, "logWhichEntry"],
  ["proof/inclusion", { position: 3, size: 3 }, 404, "logPositionUnknown"],
  ["proof/inclusion", { position: 3, size: 5000 }, 404, "logSizeUnknown"],
  ["proof/inclusion", { leafHash: "x" }, 400, "logHashNotAccepted"],
  ["proof/inclusion", { leafHash: "A".repeat(43) }, 404, "logEntryUnknown"],
  ["proof/consistency", {}, 400, "logNumberNotAccepted"],
  ["proof/consistency", { first: 9, second: 8 }, 400, "logRangeBackwards"],
  ["proof/consistency", { first: 5000 }, 404, "logSizeUnknown"],
  ["checkpoints", { before: "2026-13-01" }, 400, "logDayNotAccepted"],
  ["checkpoints", { limit: 501 }, 400, "logNumberNotAccepted"],
] as const)("%s with %j is refused with %d %s", async (path, query, status, code) => {
  const answer = await ask(`${base}/${path}`, query);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.json()).toMatchObject({ status, problems: [{ code }] });
});

test.each([
  ["2026-10-31", 404, "logDayUnknown"],
  ["today", 400, "logDayNotAccepted"],
  ["2026-11-31", 400, "logDayNotAccepted"],
])("the day %s is refused with %d %s", async (day, status, code) => {
  const answer = await getDay(new Request(`http://localhost${base}/checkpoints/${day}`));
  expect(await answer.json()).toMatchObject({ status, problems: [{ code }] });
});

test("whatever is asked, the answer is one or a named problem", async () => {
  const odd = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }).map((text) => text.toWellFormed()),
    fc.constantFrom(
      "",
      "0",
      "67",
      "68",
      "1e3",
      "0x10",
      "٣",
      "9".repeat(15),
      "9".repeat(400),
      "-0",
      "1.5",
      "NaN",
      "null",
      "\0",
      "2026-02-30",
      "0000-00-00",
      "+".repeat(44),
      "A".repeat(44),
    ),
    fc.nat({ max: 70 }).map(String),
  );
  const names = fc.constantFrom("start", "end", "position", "size", "leafHash", "first", "second", "before", "limit", "__proto__");
  const paths = fc.constantFrom(...(Object.keys(routes) as (keyof typeof routes)[]));
  await fc.assert(
    fc.asyncProperty(paths, fc.dictionary(names, odd, { maxKeys: 4 }), odd, async (path, query, day) => {
      const at = path.replace("{day}", encodeURIComponent(day));
      const answer = await routes[path][0](new Request(`http://localhost${at}?${new URLSearchParams(query)}`));
      expect(answer.status).toBeLessThan(500);
      if (answer.status === 200) return;
      const body = await answer.json();
      expect(body.status).toBe(answer.status);
      for (const { code } of body.problems) expect(problems).toHaveProperty(code);
    }),
    { numRuns: 600 },
  );
}, 60_000);
