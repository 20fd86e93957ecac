import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { offerings } from "@/db/schema";
import { type Asked, aDocument, aKey, ask } from "@/lib/api/fixtures/machine";
import { getOffering, listOfferings, putMany, putOffering } from "@/lib/api/offerings/routes";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider } from "@/lib/testing/registry";

let keys: { read: string; write: string; publish: string };

beforeEach(async () => {
  await emptyDatabase();
  const provider = await aProvider({ slug: "garden-college" });
  keys = { read: await aKey(provider, "read"), write: await aKey(provider, "write"), publish: await aKey(provider, "publish") };
});

const put = (id: string, body: unknown, asked: Asked = {}) => ask(putOffering, "PUT", `/${id}`, { key: keys.publish, body, ...asked });
const get = (id: string) => ask(getOffering, "GET", `/${id}`, { key: keys.read });

test("a request that is repeated under its key is done once", async () => {
  const headers = { "idempotency-key": "one" };
  const first = await put("A", aDocument({ publish: true }), { headers });
  const again = await put("A", aDocument({ publish: true }), { headers });
  expect([again.status, again.body, again.headers.get("etag")]).toEqual([201, first.body, first.headers.get("etag")]);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect((await put("A", aDocument(), { headers })).body.problems[0].code).toBe("idempotencyKeyReused");
  expect((await put("A", aDocument(), { headers, key: keys.write })).status).toBe(200);
  expect((await put("A", aDocument(), { headers: { "idempotency-key": " " } })).status).toBe(400);
  const many = await Promise.all([1, 2, 3].map(() => put("C", aDocument({ publish: true }), { headers: { "idempotency-key": "two" } })));
  expect(many.every(({ status }) => status === 201 || status === 409)).toBe(true);
  expect(many.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
  await db.execute(sql`update idempotent_answers set created_at = now() - interval '25 hours'`);
  expect((await put("A", aDocument(), { headers })).status).toBe(200);
});

test("many at once are answered one by one: a bad one never sinks the rest", async () => {
  const items = [
    { id: "A", ...aDocument({ publish: true }) },
    { id: "B", ...aDocument({ publish: true, title: {} }) },
    { ...aDocument() },
    { id: "A", ...aDocument() },
    null,
    { id: "C", ...aDocument() },
  ];
  const answer = await ask(putMany, "POST", "/bulk", { key: keys.publish, body: { items } });
  expect(answer.body).toMatchObject({
    counts: { published: 1, refused: 4, draft: 1 },
    results: [
      { index: 0, id: "A", outcome: "published", slug: "soil-care", version: 1 },
      { index: 1, outcome: "refused", problems: [{ code: "titleMissing", field: "title" }] },
      { index: 2, outcome: "refused", problems: [{ code: "idMissing" }] },
      { index: 3, outcome: "refused", problems: [{ code: "idTwice" }] },
      { index: 4, outcome: "refused" },
      { index: 5, id: "C", outcome: "draft" },
    ],
  });
  expect(await db.$count(offerings)).toBe(2);
  const tooMany = { items: Array.from({ length: 501 }, (_, index) => ({ id: `N${index}` })) };
  expect((await ask(putMany, "POST", "/bulk", { key: keys.publish, body: tooMany })).status).toBe(413);
});

test("offerings are listed in pages that hold each once", async () => {
  const items = ["b", "A", "c d", "ü/1", "Z"].map((id) => ({ id, ...aDocument({ publish: id === "A" }) }));
  await ask(putMany, "POST", "/bulk", { key: keys.publish, body: { items } });
  const seen: string[] = [];
  for (let next: string | null = "?limit=2"; next; ) {
    const { body } = await ask(listOfferings, "GET", next.replace(/^.*\?/, "?"), { key: keys.read });
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    next = body.next;
  }
  expect(seen).toEqual(["A", "Z", "b", "c d", "ü/1"]);
  expect((await ask(listOfferings, "GET", "?status=published", { key: keys.read })).body.items).toMatchObject([
    { id: "A", version: 1, hasNext: false },
  ]);
  expect((await ask(listOfferings, "GET", "?status=nonsense&limit=0", { key: keys.read })).status).toBe(400);
  expect((await get(encodeURIComponent("ü/1"))).body.id).toBe("ü/1");
});

test("a key that asks too often is told when to come back", async () => {
  expect((await get("A")).headers.get("ratelimit")).toMatch(/^"key";r=599;t=\d+$/);
  await db.execute(sql`update rate_limits set points = 600`);
  const answer = await get("A");
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(answer.headers.get("ratelimit-policy")).toBe('"key";q=600;w=60');
});
