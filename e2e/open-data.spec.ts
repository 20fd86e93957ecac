import { type APIRequestContext, expect, test } from "@playwright/test";
import { complete, hidden, shown } from "./fixtures";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function addresses(request: APIRequestContext, path: string): Promise<string[]> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  expect(answer.headers()["content-type"]).toContain("application/xml");
  return [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address ?? "").pathname);
}

test.describe("the search API", () => {
  test("answers as the search page does, with facets that hold what they promise", async ({ request }) => {
    const found = await (await request.get("/api/v1/search?q=care&eqf=5&perPage=3&locale=nl")).json();
    expect(found).toMatchObject({
      page: 1,
      perPage: 3,
      pages: Math.ceil(found.total / 3),
      applied: [{ name: "eqf", value: "5" }],
      source: "index",
    });
    expect(found.items).toHaveLength(Math.min(3, found.total));
    for (const item of found.items) {
      expect(item.id).toMatch(uuid);
      expect(item).toMatchObject({ eqf: 5, slug: expect.any(String), title: expect.any(String), provider: { slug: expect.any(String) } });
    }
    for (const [eqf, count] of Object.entries(found.facets.eqf)) {
      const narrowed = await (await request.get(`/api/v1/search?q=care&eqf=${eqf}&perPage=1`)).json();
      expect(narrowed.total, `level ${eqf}`).toBe(count);
    }
  });

  test("counts by place what a search narrowed to the place finds", async ({ request }) => {
    const filters = "mode=onsite&mode=hybrid&lang=nl";
    const all = await (await request.get(`/api/v1/search?${filters}&perPage=1`)).json();
    const map = await (await request.get(`/api/v1/search/places?${filters}`)).json();
    expect(map).toMatchObject({ total: all.total, source: "index", place: null });
    expect(map.places.length).toBeGreaterThan(2);
    expect(map.elsewhere).toBeLessThan(map.total);
    for (const { latitude, longitude, name, count } of map.places.slice(0, 3)) {
      const there = await (await request.get(`/api/v1/search?${filters}&near=${latitude},${longitude}&radius=0.3&perPage=1`)).json();
      expect(there.total, name).toBe(count);
    }
  });

  test("counts what makes no sense as absent", async ({ request }) => {
    const all = await (await request.get("/api/v1/search")).json();
    const odd = await (await request.get("/api/v1/search?eqf=99&perPage=-1&mode=teleport&locale=tlh&page=x")).json();
    expect([odd.total, odd.perPage, odd.applied]).toEqual([all.total, all.perPage, []]);
  });
});

test.describe("offerings as open data", () => {
  test("come in pages that hold every visible offering once, and none that is hidden", async ({ request }) => {
    const slugs: string[] = [];
    for (let next = "/api/v1/offerings?limit=100"; next; ) {
      const page = await (await request.get(next)).json();
      slugs.push(...page.items.map(({ slug }: { slug: string }) => slug));
      next = page.next;
    }
    expect(slugs.toSorted()).toEqual((await shown()).toSorted());
  });

  test("are answered with 304 while nothing has changed", async ({ request }) => {
    const first = await request.get("/api/v1/offerings?limit=2");
    const again = await request.get("/api/v1/offerings?limit=2", { headers: { "if-none-match": first.headers().etag ?? "" } });
    expect(again.status()).toBe(304);
  });

  test("are found by id and by address", async ({ request }) => {
    const slug = await complete();
    const bySlug = await (await request.get(`/api/v1/offerings/${slug}`)).json();
    const byId = await (await request.get(`/api/v1/offerings/${bySlug.id}`)).json();
    expect(byId).toEqual(bySlug);
    expect(bySlug).toMatchObject({ slug, eqf: expect.any(Number), title: expect.any(Object) });
  });

  test("refuse with problem details", async ({ request }) => {
    for (const [path, status] of [
      ["/api/v1/offerings?limit=0", 400],
      ["/api/v1/offerings?after=one", 400],
      ["/api/v1/offerings/nothing-of-this-name", 404],
    ] as const) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(status);
      expect(answer.headers()["content-type"]).toContain("application/problem+json");
      expect(await answer.json()).toMatchObject({
        type: expect.any(String),
        title: expect.any(String),
        status,
        detail: expect.any(String),
      });
    }
  });
});

test("the sitemap holds all that is visible, every fixed page, and nothing that is hidden", async ({ request }) => {
  const parts = await addresses(request, "/sitemap.xml");
  const all = (await Promise.all(parts.map((part) => addresses(request, part)))).flat();
  const offerings = all.filter((path) => path.startsWith("/en/offerings/")).map((path) => path.slice("/en/offerings/".length));
  expect(offerings.toSorted()).toEqual((await shown()).toSorted());
  for (const slug of await hidden())
    expect(
      all.some((path) => path.endsWith(`/offerings/${slug}`)),
      slug,
    ).toBe(false);
  for (const path of ["/en", "/nl/offerings", "/fr/providers", "/de/about", "/en/privacy", "/en/accessibility"])
    expect(all, path).toContain(path);
  expect((await request.get("/sitemaps/999.xml")).status()).toBe(404);
});

test("robots.txt names the sitemap and lets everything be read but the combinations of filters", async ({ request }) => {
  const text = await (await request.get("/robots.txt")).text();
  expect(text).toMatch(/Sitemap: http\S+\/sitemap\.xml/);
  expect(text).toMatch(/Allow: \/\n/);
});

test("health and readiness tell of themselves, and are kept by nobody", async ({ request }) => {
  expect((await request.get("/api/health")).status()).toBe(200);
  const ready = await request.get("/api/ready");
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toMatchObject({ ready: true, database: { ok: true }, search: { ok: true }, worker: { ok: true } });
  expect(ready.headers()["cache-control"]).toContain("no-store");
});
