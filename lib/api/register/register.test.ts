import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import * as answers from "@/lib/api/openapi/register-answers";
import { registerPaths } from "@/lib/api/openapi/register-paths";
import { today } from "@/lib/clock";
import problems from "@/lib/i18n/messages/en/problems.json";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { anIdentifier, anOrganisation, aProvider, suspend, type TestProvider } from "@/lib/testing/registry";
import { getOrganisation, listOrganisations } from "./organisations";
import { getKeys, getReceipt, getStatus } from "./status";

let provider: TestProvider;
beforeAll(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
  await aProvider({ slug: "tower-school", name: { en: "Tower School" } });
  await anOrganisation("applicant", { en: "Garden Applicant" });
  await suspend(provider, "2026-09-01");
  await anIdentifier(provider, "ror", "05xyz1234");
});
afterAll(closeDatabase);

type Route = (request: Request) => Promise<Response>;

async function ask(route: Route, query: string | Record<string, string | string[]> = "", headers: Record<string, string> = {}) {
  const params =
    typeof query === "string"
      ? query
      : new URLSearchParams(Object.entries(query).flatMap(([name, all]) => [all].flat().map((one) => [name, one])));
  const answer = await route(new Request(`http://localhost/api/v1/register/x?${params}`, { headers }));
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === "" ? null : JSON.parse(text) };
}
const status = (query: Record<string, string>) => ask(getStatus, query);

describe("the answer of the API", () => {
  it("names the question, the answer, what it rests on, and its receipt", async () => {
    const { body } = await status({ provider: "garden-college", eqf: "5", field: "0613", validOn: "2026-05-03", asKnownOn: "2026-06-01" });
    expect(body).toMatchObject({
      question: {
        provider: { slug: "garden-college", name: { en: "Garden College" } },
        eqf: 5,
        field: "0613",
        validOn: "2026-05-03",
        asKnownOn: "2026-06-01",
      },
      asKnownAt: "2026-06-01T21:59:59.999999Z",
      answer: { verdict: "yes", registered: true, accredited: true, reason: null },
    });
    expect(body.sentence.en).toBe(
      "Yes: on 3\u00a0May\u00a02026 Garden College was accredited for EQF 5 in field 0613 (Software and applications development and analysis), as the register knew it on 1\u00a0June\u00a02026, because “Quality label” (External quality assurance under the ESG) of Council covers it and is stated as open-ended.",
    );
    const receipt = await ask((request) => getReceipt(request, body.receipt.id));
    expect(receipt.body).toMatchObject({
      answer: body.answer,
      basis: body.basis,
      receipt: { jws: body.receipt.jws, signatureHolds: true },
    });
    expect((await ask(getKeys)).body.keys).toContainEqual(
      expect.objectContaining({ kid: receipt.body.receipt.key.kid, x: receipt.body.receipt.key.x }),
    );
    const bare = await getReceipt(new Request("http://localhost/"), `${body.receipt.id}.jws`);
    expect([bare.headers.get("content-type"), await bare.text()]).toEqual(["application/jose", body.receipt.jws]);
  });

  it("knows a provider by slug, id and identifier, and none that only applied", async () => {
    for (const named of ["garden-college", provider.id, "ror:05xyz1234"])
      expect((await status({ provider: named })).body.question.provider.id, named).toBe(provider.id);
    for (const named of ["applicant", "nobody", "ror:1", crypto.randomUUID(), "garden-college-authority"])
      expect((await status({ provider: named })).body, named).toMatchObject({
        status: 404,
        problems: [{ code: "registerOrganisationUnknown", field: "provider" }],
      });
  });

  it("means now by today and by nothing, and refuses to know the future", async () => {
    const [now, nothing] = [await status({ provider: "garden-college", asKnownOn: today() }), await status({ provider: "garden-college" })];
    expect(now.body.receipt.id).toBe(nothing.body.receipt.id);
    expect(now.body.answer).toMatchObject({ verdict: "no", reason: { code: "suspended", since: "2026-09-01" } });
    expect((await status({ provider: "garden-college", asKnownOn: "2199-01-01" })).body.problems).toMatchObject([
      { code: "knownInFuture", field: "asKnownOn" },
    ]);
  });

  it("names what is wrong with each parameter, in the language that is asked for", async () => {
    const {
      body,
      status: code,
      headers,
    } = await ask(getStatus, { eqf: "9", field: "42", validOn: "03/05/2026", asKnownOn: "yesterday" }, { "accept-language": "fr" });
    expect([code, headers.get("content-language")]).toEqual([422, "fr"]);
    expect(body.problems.map(({ code, field }: { code: string; field: string }) => [field, code])).toEqual([
      ["provider", "providerNotNamed"],
      ["eqf", "eqfNotUnderstood"],
      ["field", "fieldNotUnderstood"],
      ["validOn", "dayNotUnderstood"],
      ["asKnownOn", "momentNotUnderstood"],
    ]);
    expect((await status({ provider: "garden-college", validon: "2026-01-01" })).body).toMatchObject({
      status: 400,
      problems: [{ code: "parameterUnknown", field: "validon" }],
    });
    expect((await ask(getStatus, "provider=a&provider=b")).body.problems).toMatchObject([{ code: "parameterTwice", field: "provider" }]);
  });

  it("is not sent again to whoever has it", async () => {
    const first = await status({ provider: "garden-college", eqf: "5" });
    const again = await ask(
      getStatus,
      { provider: "garden-college", eqf: "5" },
      { "if-none-match": `"x", W/${first.headers.get("etag")}` },
    );
    expect([again.status, again.body]).toEqual([304, null]);
  });
});

describe("the organisations of the API", () => {
  it("come page by page, each once", async () => {
    const first = await ask(listOrganisations, { limit: "1" });
    expect(first.body.items.map(({ slug }: { slug: string }) => slug)).toEqual(["garden-college"]);
    const second = await ask(listOrganisations, first.body.next.split("?")[1]);
    expect([second.body.items.map(({ slug }: { slug: string }) => slug), second.body.next]).toEqual([["tower-school"], null]);
  });

  it("keep both clocks from page to page", async () => {
    const { body } = await ask(listOrganisations, { limit: "1", validOn: "2026-10-01", asKnownOn: "2025-12-31", eqf: ["5", "6"] });
    expect(body).toMatchObject({ validOn: "2026-10-01", asKnownOn: "2025-12-31", items: [{ status: "accredited" }] });
    expect(Object.fromEntries(new URLSearchParams(body.next.split("?")[1]))).toMatchObject({
      validOn: "2026-10-01",
      asKnownOn: "2025-12-31",
      after: "garden-college",
    });
  });

  it("are not looked for by a value that there is not", async () => {
    const { body } = await ask(listOrganisations, { status: "good", eqf: ["5", "12"], limit: "0", validOn: "soon" });
    expect(body.problems.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`).sort()).toEqual([
      "eqf valueNotAccepted",
      "limit limitNotUnderstood",
      "status valueNotAccepted",
      "validOn dayNotUnderstood",
    ]);
  });

  it("show what was known on the day that was asked for, and nothing of later", async () => {
    const read = async (asKnownOn: string) => (await ask((request) => getOrganisation(request, "garden-college"), { asKnownOn })).body;
    const before = await read("2025-06-01");
    expect(before).toMatchObject({
      status: "accredited",
      registrations: [{ status: "registered", lastDay: null, end: "stated-open-ended" }],
    });
    expect(
      (await read("2026-02-01")).registrations.map(({ status, lastDay }: { status: string; lastDay: string }) => [status, lastDay]),
    ).toEqual([
      ["registered", "2026-08-31"],
      ["suspended", null],
    ]);
  });
});

type Operation = { get: { requestParams?: { path?: z.ZodObject; query?: z.ZodObject } } };
const routes: Record<keyof typeof registerPaths, [route: (request: Request, id: string) => Promise<Response>, schema: z.ZodType]> = {
  "/api/v1/register/status": [getStatus, answers.statusAnswer],
  "/api/v1/register/receipts/{id}": [getReceipt, answers.receiptAnswer],
  "/api/v1/register/organisations": [listOrganisations, answers.organisationsAnswer],
  "/api/v1/register/organisations/{id}": [getOrganisation, answers.organisationAnswer],
  "/.well-known/jwks.json": [getKeys, answers.keysAnswer],
};

it("answers every example of its description as it is described", async () => {
  const { body } = await status({ provider: "garden-college" });
  for (const [path, operation] of Object.entries(registerPaths) as [keyof typeof registerPaths, Operation][]) {
    const examples = Object.entries(operation.get.requestParams?.query?.shape ?? {}).flatMap(([name, schema]) => {
      const example = (schema as z.ZodType).meta()?.example;
      return [example ?? []].flat().map((one) => [name, String(one)] as const);
    });
    const [route, schema] = routes[path];
    const id = path.includes("receipts") ? body.receipt.id : "garden-college";
    const answer = await ask((request) => route(request, id), Object.fromEntries(examples));
    expect([path, answer.status]).toEqual([path, 200]);
    expect(schema.safeParse(answer.body).error?.issues, path).toBeUndefined();
  }
});

describe("malformed requests", () => {
  const odd = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      "\0",
      "'",
      "%",
      "ror:",
      ":",
      "2026-13-45",
      "2026-02-30",
      "0000-01-01",
      "+012026-01-01T00:00Z",
      "2026-06-01T25:00Z",
      "-1",
      "1e9",
      "5.0",
      "x".repeat(9000),
      "garden-college",
      "2026-06-01",
      "5",
      "0613",
    ),
  );
  const names = ["provider", "eqf", "field", "validOn", "asKnownOn", "q", "status", "region", "limit", "after", "x", "__proto__"];
  const asked = fc.array(fc.tuple(fc.constantFrom(...names), odd), { maxLength: 6 });

  it.each([
    ["the answer", getStatus],
    ["organisations", listOrganisations],
    ["an organisation", (request: Request) => getOrganisation(request, "garden-college")],
  ] as [string, Route][])(
    "for %s get named problems, and none breaks it",
    async (_, route) => {
      await fc.assert(
        fc.asyncProperty(fc.array(asked, { minLength: 20, maxLength: 20 }), async (all) => {
          const done = await Promise.all(
            all.map((params, place) =>
              ask(route, new URLSearchParams(params.map(([name, value]) => [name, value.toWellFormed()])).toString(), {
                "x-cairn-caller": `192.0.2.${place}`,
              }),
            ),
          );
          for (const { status, body } of done) {
            expect(status).toBeLessThan(500);
            if (status >= 400) for (const { code } of body.problems) expect(problems).toHaveProperty(code);
            if (status >= 400) expect(body.problems.length).toBeGreaterThan(0);
          }
        }),
        { numRuns: 25 },
      );
    },
    60_000,
  );

  it("for records have answers too", async () => {
    await fc.assert(
      fc.asyncProperty(odd, async (id) => {
        for (const route of [getReceipt, getOrganisation]) expect((await ask((request) => route(request, id))).status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });
});
