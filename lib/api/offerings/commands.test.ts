import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db";
import { offerings, versions } from "@/db/schema";
import { type Asked, aDocument, aKey, ask } from "@/lib/api/fixtures/machine";
import { cancelSessionRoute, putSessionRoute } from "@/lib/api/sessions/routes";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { getOffering, listOfferings, publish, putOffering, withdraw } from "./routes";

let provider: TestProvider;
let other: TestProvider;
let keys: { read: string; write: string; publish: string };

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
  other = await aProvider({ slug: "other-college" });
  keys = { read: await aKey(provider, "read"), write: await aKey(provider, "write"), publish: await aKey(provider, "publish") };
});

const put = (id: string, body: unknown, asked: Asked = {}) => ask(putOffering, "PUT", `/${id}`, { key: keys.publish, body, ...asked });
const get = (id: string, asked: Asked = {}) => ask(getOffering, "GET", `/${id}`, { key: keys.read, ...asked });
const codes = ({ body }: { body: { problems: { code: string; field?: string }[] } }) =>
  body.problems.map(({ code, field }) => [code, field]);

describe("keys", () => {
  test("without a valid one nothing is answered but how to get in", async () => {
    for (const headers of [{}, { authorization: "Basic abc" }, { authorization: "Bearer cairn_wrong" }] as Record<string, string>[]) {
      const answer = await get("A", { key: "", headers });
      expect(answer).toMatchObject({ status: 401, body: { status: 401, problems: [{ code: "keyNotAccepted" }] } });
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer realm="Cairn"/);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
  });

  test("do what their scope says and no more", async () => {
    expect((await put("A", aDocument(), { key: keys.read })).status).toBe(403);
    expect((await put("A", aDocument({ publish: true }), { key: keys.write })).status).toBe(403);
    expect((await put("A", aDocument(), { key: keys.write })).status).toBe(201);
    expect((await ask(publish, "POST", "/A/publication", { key: keys.write })).status).toBe(403);
    expect((await ask(withdraw, "DELETE", "/A/publication", { key: keys.write, body: { reason: { en: "x" } } })).status).toBe(403);
    expect((await get("A")).body).toMatchObject({ status: "draft", version: null });
  });

  test("open nothing of another provider: its offerings are not there", async () => {
    await anOffering(other, { externalId: "THEIRS" });
    expect((await get("THEIRS")).status).toBe(404);
    expect((await ask(publish, "POST", "/THEIRS/publication", { key: keys.publish })).status).toBe(404);
    expect((await ask(withdraw, "DELETE", "/THEIRS/publication", { key: keys.publish, body: { reason: { en: "x" } } })).status).toBe(404);
    expect((await ask(putSessionRoute, "PUT", "/THEIRS/sessions/s", { key: keys.publish, body: {} })).status).toBe(404);
    expect((await ask(cancelSessionRoute, "DELETE", "/THEIRS/sessions/s", { key: keys.publish })).status).toBe(404);
    expect((await ask(listOfferings, "GET", "", { key: keys.read })).body).toEqual({ items: [], next: null });
    expect((await put("THEIRS", aDocument())).status).toBe(201);
    expect(await db.$count(offerings)).toBe(2);
  });
});

describe("an offering", () => {
  test("is kept as a draft, published, changed, and what is read can be sent back and changes nothing", async () => {
    const made = await put(
      "A",
      aDocument({ sessions: [{ id: "s1", starts: "2027-01-14", town: "Gent", price: 240.5, prices: { students: 0 } }] }),
    );
    expect(made).toMatchObject({
      status: 201,
      body: { outcome: "draft", offering: { status: "draft", missing: [], nextMakes: "new-version" } },
    });
    const published = await ask(publish, "POST", "/A/publication", { key: keys.publish });
    expect(published).toMatchObject({
      status: 200,
      body: { outcome: "published", offering: { status: "published", version: 1, next: null } },
    });
    expect((await ask(publish, "POST", "/A/publication", { key: keys.publish })).body.outcome).toBe("unchanged");

    const { body } = await get("A");
    expect(body.sessions).toEqual([
      expect.objectContaining({ id: "s1", starts: "2027-01-14", town: "Gent", price: 240.5, prices: { students: 0 } }),
    ]);
    const back = await put("A", { ...body.live, sessions: body.sessions, publish: true });
    expect(back).toMatchObject({ status: 200, body: { outcome: "unchanged", offering: body } });
    expect(await db.$count(versions)).toBe(1);

    const changed = await put("A", aDocument({ title: { en: "Soil care, revised" }, publish: true }));
    expect(changed.body).toMatchObject({ outcome: "updated", supersedes: null, offering: { version: 2 } });
  });

  test("with other ECTS becomes a new offering, and the answer says so", async () => {
    const first = await put(
      "A",
      aDocument({
        publish: true,
        sessions: [
          { id: "s1", starts: "2099-01-01" },
          { id: "s0", starts: "2020-01-01" },
        ],
      }),
    );
    const { slug } = first.body.offering;
    expect((await put("A", aDocument({ ects: 4 }))).body).toMatchObject({
      outcome: "draft",
      offering: { slug, nextMakes: "new-offering" },
    });
    const next = await ask(publish, "POST", "/A/publication", { key: keys.publish });
    expect(next.body).toMatchObject({
      outcome: "published",
      supersedes: slug,
      offering: { id: "A", version: 1, sessions: [{ id: "s1" }] },
    });
    expect(next.body.offering.slug).not.toBe(slug);
    expect((await put("A", aDocument({ ects: 5, publish: true }))).body).toMatchObject({ supersedes: next.body.offering.slug });
  });

  test("that cannot be published is refused with each field, and nothing is written", async () => {
    const answer = await put("A", aDocument({ publish: true, ects: null, quality: [], eqf: null }), {
      headers: { "accept-language": "tlh, de-BE;q=0.9" },
    });
    expect(answer).toMatchObject({ status: 422, body: { title: "So nicht angenommen" } });
    expect(codes(answer)).toEqual([
      ["workloadMissing", "ects"],
      ["eqfMissing", "eqf"],
      ["qualityMissing", "quality"],
    ]);
    expect(answer.headers.get("content-language")).toBe("de");
    expect(await db.$count(offerings)).toBe(0);
  });

  test("is refused where it is not understood, by name", async () => {
    const answer = await put(
      "A",
      aDocument({ ects: 1.125, modes: ["telepathy"], nonsense: 1, outcomes: [{ text: { en: "x" }, skills: ["no"] }] }),
    );
    expect(codes(answer)).toEqual([
      ["urlNotUnderstood", "outcomes.0.skills.0"],
      ["numberNotUnderstood", "ects"],
      ["codeNotUnderstood", "modes.0"],
      ["nameUnknown", "nonsense"],
    ]);
    expect(codes(await put("A", aDocument({ ects: 400, sessions: [{ id: "s", starts: "2027-02-01", ends: "2027-01-01" }] })))).toEqual([
      ["ectsOutOfBounds", "ects"],
      ["endsBeforeStarts", "ends"],
    ]);
    expect(codes(await put("A", aDocument({ id: "B" })))).toEqual([["idDisagrees", "id"]]);
    expect((await put("A", undefined, { raw: "{" })).status).toBe(400);
    expect((await put("A", undefined, { raw: "x", headers: { "content-type": "text/csv" } })).status).toBe(415);
    expect((await put("A", undefined, { raw: `"${"x".repeat(1024 * 1024)}"` })).status).toBe(413);
  });

  test("is not written in a dry run, which says the same", async () => {
    expect(await ask(putOffering, "PUT", "/A?dryRun=1", { key: keys.publish, body: aDocument({ publish: true }) })).toMatchObject({
      status: 200,
      body: { outcome: "published", dryRun: true, offering: null },
    });
    expect(await db.$count(offerings)).toBe(0);
  });

  test("is overwritten only by whoever has read its last state, where that is asked for", async () => {
    const create = { "if-none-match": "*" };
    const first = await put("A", aDocument(), { headers: create });
    expect((await put("A", aDocument({ eqf: 6 }), { headers: create })).status).toBe(412);
    const etag = first.headers.get("etag") ?? "";
    expect((await get("A")).headers.get("etag")).toBe(etag);
    expect((await get("A", { headers: { "if-none-match": etag } })).status).toBe(304);
    const both = await Promise.all([4, 6].map((eqf) => put("A", aDocument({ eqf }), { headers: { "if-match": etag } })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await put("B", aDocument(), { headers: { "if-match": "*" } })).status).toBe(412);
  });

  test("is withdrawn for a reason, comes back, and keeps what it said", async () => {
    await put("A", aDocument({ publish: true }));
    const asked = { key: keys.publish };
    expect(codes(await ask(withdraw, "DELETE", "/A/publication", asked))).toEqual([["reasonMissing", "reason"]]);
    expect(codes(await ask(withdraw, "DELETE", "/A/publication", { ...asked, body: { reason: { nl: "Op" } } }))).toEqual([
      ["reasonMissing", "reason.en"],
    ]);
    const body = { reason: { en: "No teacher <b>this</b> year" } };
    expect((await ask(withdraw, "DELETE", "/A/publication", { ...asked, body })).body).toMatchObject({
      outcome: "updated",
      offering: { status: "withdrawn" },
    });
    expect((await ask(withdraw, "DELETE", "/A/publication", { ...asked, body })).body.outcome).toBe("unchanged");
    const [row] = await db.select().from(offerings);
    expect(row).toMatchObject({ visible: "{}", withdrawnReason: { en: "No teacher this year" } });
    expect((await put("A", aDocument({ publish: true }))).status).toBe(409);
    expect((await ask(publish, "POST", "/A/publication", asked)).body).toMatchObject({
      outcome: "published",
      offering: { status: "published", version: 1 },
    });
    expect((await db.select().from(offerings))[0]).toMatchObject({
      withdrawnReason: null,
      withdrawnAt: null,
      visible: expect.not.stringMatching("{}"),
    });
    await put("D", aDocument());
    expect((await ask(withdraw, "DELETE", "/D/publication", { ...asked, body })).status).toBe(409);
  });
});
