import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import problems from "@/lib/i18n/messages/en/problems.json";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { type Asked, aDocument, aKey, ask } from "./fixtures/machine";
import { publish, putMany, putOffering, withdraw } from "./offerings/routes";
import { cancelSessionRoute, putSessionRoute } from "./sessions/routes";

let provider: TestProvider;

beforeAll(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
  const key = await aKey(provider, "publish");
  const body = aDocument({ publish: true, sessions: [{ id: "s1", starts: "2099-01-01" }] });
  expect((await ask(putOffering, "PUT", "/A", { key, body })).status).toBe(201);
});

const full = {
  ...aDocument({
    summary: { en: "s" },
    keywords: { en: ["soil"] },
    contact: "x@example.org",
    url: "https://example.org",
    stacksInto: ["B"],
    publish: true,
  }),
  sessions: [
    { id: "s1", starts: "2099-01-01", enrolment: [{ from: "2098-01-01" }], prices: { students: 1 }, town: "Gent", cancelled: false },
  ],
};
const oddText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "\0",
    "\ud800",
    "a\udc00b",
    "<script>",
    "&#0;",
    "__proto__",
    "constructor",
    "x".repeat(25_000),
    "2027-13-45",
    "1e999",
    "‮",
    " ",
  ),
);
const oddValue = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(
    null,
    -1,
    0,
    1.005,
    1e21,
    1e308,
    true,
    [],
    {},
    [[]],
    [null],
    { en: 1 },
    { "": "" },
    { zz: "x" },
    { __proto__: 1 },
  ),
  fc.jsonValue({ maxDepth: 4, stringUnit: "binary" }),
);

/** A document in which one value, at any depth, is another. */
function mutated(document: object): fc.Arbitrary<unknown> {
  const paths: string[][] = [];
  const walk = (value: unknown, path: string[]) => {
    if (path.length > 0) paths.push(path);
    if (value && typeof value === "object") for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name]);
  };
  walk(document, []);
  return fc.tuple(fc.constantFrom(...paths), oddValue, fc.option(oddText)).map(([path, value, extra]) => {
    const copy = structuredClone(document) as Record<string, unknown>;
    let at = copy;
    for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>;
    at[path.at(-1) ?? ""] = value;
    if (extra !== null && !Array.isArray(at)) at[extra] = value;
    return copy;
  });
}

const rawBody = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom("", "{", "[".repeat(50_000), '{"a":1,"a":2}', "null", "true", '"x"', "NaN", "﻿{}", '{"title":{"en":"\\ud800"}}'),
  fc.jsonValue().map((value) => JSON.stringify(value)),
);
const asked = (body: fc.Arbitrary<unknown>): fc.Arbitrary<Asked> =>
  fc
    .record({
      body: fc.option(body, { nil: undefined, freq: 4 }),
      raw: rawBody,
      headers: fc.dictionary(
        fc.constantFrom("if-match", "if-none-match", "idempotency-key", "accept-language", "content-type", "x-forwarded-for"),
        fc.oneof(
          fc.constantFrom("*", '"x"', "application/json", "text/plain", "de;q=0,nl;q=x", ",,;", "a".repeat(5000)),
          fc.string({ unit: "grapheme-ascii", maxLength: 30 }),
        ),
        { maxKeys: 3 },
      ),
    })
    .map(({ body, raw, headers }) => ({ headers, ...(body === undefined ? { raw } : { body }) }));
const segment = fc.oneof(
  { weight: 3, arbitrary: fc.constant("A") },
  { weight: 1, arbitrary: oddText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 900)) },
  { weight: 1, arbitrary: fc.constantFrom("%", "%ff", "%00", "..", "A%2FB", "%20") },
);
const query = fc.constantFrom("", "?dryRun=1", "?dryRun=%ff", "?dryRun[]=1&dryRun=2");

const routes: [
  name: string,
  method: string,
  route: (request: Request) => Promise<Response>,
  path: fc.Arbitrary<string>,
  body: fc.Arbitrary<unknown>,
][] = [
  ["an offering", "PUT", putOffering, segment.map((id) => `/${id}`), mutated(full)],
  ["a publication", "POST", publish, segment.map((id) => `/${id}/publication`), oddValue],
  ["a withdrawal", "DELETE", withdraw, segment.map((id) => `/${id}/publication`), mutated({ reason: { en: "Over" } })],
  [
    "many offerings",
    "POST",
    putMany,
    fc.constant("/bulk"),
    mutated({
      items: [
        { id: "A", ...full },
        { id: "B", ...full },
      ],
    }),
  ],
  [
    "a session",
    "PUT",
    putSessionRoute,
    fc.tuple(segment, segment).map(([id, run]) => `/${id}/sessions/${run}`),
    mutated(full.sessions[0] ?? {}),
  ],
  ["a cancellation", "DELETE", cancelSessionRoute, fc.tuple(segment, segment).map(([id, run]) => `/${id}/sessions/${run}`), oddValue],
];

/** Forty at a time, side by side, as many machines would send them. */
const atOnce = 40;

test.each(routes)(
  "2,000 malformed requests for %s get named problems, and none breaks it",
  async (_, method, route, path, body) => {
    const one = fc.tuple(path, query, asked(body));
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: atOnce, maxLength: atOnce }), async (requests) => {
        // A key of its own for each forty, so that the limit of requests is not what refuses them.
        const key = await aKey(provider, "publish");
        const answers = await Promise.all(requests.map(([at, search, request]) => ask(route, method, at + search, { ...request, key })));
        for (const { status, headers, body: answer } of answers) {
          expect(status).toBeLessThan(500);
          if (status < 400) continue;
          refused++;
          expect(headers.get("content-type")).toBe("application/problem+json");
          expect(answer).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
          expect(answer.problems.length).toBeGreaterThan(0);
          for (const { code } of answer.problems) expect(problems).toHaveProperty(code);
        }
      }),
      { numRuns: 2000 / atOnce, endOnFailure: true },
    );
    expect(refused).toBeGreaterThan(500);
  },
  180_000,
);
