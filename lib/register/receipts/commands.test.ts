import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { client, db } from "@/db";
import { receipts } from "@/db/schema";
import { canonicalJson } from "@/lib/public-log/canonical-json";
import { answerQuestion, type RegisteredOrganisation } from "@/lib/register/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider, suspend, type TestProvider } from "@/lib/testing/registry";
import { giveReceipt } from "./commands";
import { nodeCommands, opensslCommands } from "./offline";
import { findReceipt, listReceiptKeys } from "./queries";
import { documentOf, isSignedBy, newSigningKey, receiptIdOf, signReceipt } from "./receipt";

let provider: TestProvider;
beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college", name: { en: "Garden “College” 🌱", fr: "Collège du jardin" } });
});
afterAll(() => client.end());

const question = { eqf: 5, field: "0613", validOn: "2026-05-03", asKnownOn: null };
const ask = (organisation: RegisteredOrganisation = provider, change = {}) => answerQuestion(organisation, { ...question, ...change });

async function given(document: Awaited<ReturnType<typeof ask>>, asker = "192.0.2.1") {
  const result = await giveReceipt(asker, document);
  if (!result.ok) throw new Error(result.problems[0]?.code);
  return result.value;
}

describe("a receipt", () => {
  it("is one however often and by whomever the same is asked, until something changes", async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, async (_, asker) => given(await ask(), `192.0.2.${asker}`)));
    for (const other of others) expect(other).toEqual(first);
    expect(await db.$count(receipts)).toBe(1);
    await suspend(provider, "2026-05-01");
    const later = await given(await ask());
    expect(later.id).not.toBe(first?.id);
    expect(documentOf(later.jws).answer).toMatchObject({ verdict: "no", reason: { code: "suspended", since: "2026-05-01" } });
    // What was told before stays as it was told.
    expect((await findReceipt(first?.id ?? ""))?.document.answer).toMatchObject({ verdict: "yes" });
  });

  it("rests on nothing that agencies are called now, or that followed whom: neither decides an answer", async () => {
    const made = sql`insert into quality_agencies (deqar_id, acronym, name) values (1, 'OLD', 'Old name') returning id`;
    const [agency] = await db.execute<{ id: string }>(made);
    const said = sql`insert into quality_reports (key, agency_id, local_identifier, type, status, decision, activities, valid, said, recorded)
      values (gen_random_uuid(), ${agency?.id}::uuid, 'R-1', 'institutional', 'obligatory', 'positive', '{}', '[2020-01-01,2030-01-01)',
        '{"programmes": [], "files": [], "links": []}', '[2024-01-01,)') returning id`;
    const [report] = await db.execute<{ id: string }>(said);
    await db.execute(sql`insert into quality_report_subjects (report_id, place, said, organisation_id, matched_by, scheme, value, recorded)
      values (${report?.id}::uuid, 0, '{}', ${provider.id}::uuid, 'identifier', 'deqarinst', 'DEQARINST0001', '[2024-01-01,)')`);
    const asked = { asKnownOn: "2026-06-01" };
    const before = await given(await ask(provider, asked));
    await db.execute(sql`update quality_agencies set acronym = 'NEW', name = 'New name'`);
    await db.execute(sql`insert into organisation_successions (predecessor_id, successor_id, kind, valid)
      values (${(await aProvider()).id}::uuid, ${provider.id}::uuid, 'absorbed', '[2025-01-01,)')`);
    expect(await given(await ask(provider, asked))).toEqual(before);
    expect(await db.$count(receipts)).toBe(1);
  });

  it("is signed over the question, the answer, its basis and the moment, as canonical JSON", async () => {
    const document = await ask();
    const { id, jws } = await given(document);
    const kept = await findReceipt(id);
    expect(kept).toMatchObject({ holds: true, document });
    expect(Buffer.from(jws.split(".")[1] ?? "", "base64url").toString()).toBe(canonicalJson(document));
    expect(JSON.parse(Buffer.from(jws.split(".")[0] ?? "", "base64url").toString())).toMatchObject({ alg: "EdDSA", kid: kept?.kid });
    expect(receiptIdOf(documentOf(jws))).toBe(id);
  });

  it("holds on after the key was changed: the keys are all there", async () => {
    const { id, jws } = await given(await ask());
    const other = newSigningKey(Buffer.alloc(32, 9));
    const kept = await findReceipt(id);
    expect((await listReceiptKeys()).map(({ kid }) => kid)).toEqual([kept?.kid]);
    expect(isSignedBy(jws, other.publicKey)).toBe(false);
    expect(isSignedBy(signReceipt(documentOf(jws), other), other.publicKey)).toBe(true);
  });

  it("does not hold where a single byte of it is another", async () => {
    const { jws } = await given(await ask());
    const [key] = await listReceiptKeys();
    if (!key) throw new Error("There is no key");
    fc.assert(
      fc.property(fc.nat(jws.length - 1), fc.constantFrom(..."ABCxyz019-_."), (place, letter) => {
        const changed = jws.slice(0, place) + letter + jws.slice(place + 1);
        // The last letter of a part carries bits that say nothing.
        const meansTheSame = changed
          .split(".")
          .every((part, at) => Buffer.from(part, "base64url").equals(Buffer.from(jws.split(".")[at] ?? "", "base64url")));
        if (changed !== jws && !meansTheSame) expect(isSignedBy(changed, key.publicKey)).toBe(false);
      }),
    );
  });

  it("is never changed or taken away", async () => {
    const { id } = await given(await ask());
    for (const change of [
      sql`update receipts set jws = 'x' where id = ${id}`,
      sql`delete from receipts`,
      sql`update receipt_keys set public_key = '{}'`,
    ])
      await expect(db.execute(change)).rejects.toMatchObject({ cause: { message: expect.stringContaining("never changed") } });
  });

  it("is refused to whoever asks for too many new ones, and what was given is still given", async () => {
    const { id } = await given(await ask());
    await db.execute(sql`insert into rate_limits (key, points, expire) values ('receipt:192.0.2.1', 300, now() + interval '1 minute')
      on conflict (key) do update set points = 300, expire = excluded.expire`);
    expect(await giveReceipt("192.0.2.1", await ask(provider, { eqf: 4 }))).toMatchObject({
      ok: false,
      problems: [{ code: "tooManyReceipts" }],
    });
    expect((await given(await ask())).id).toBe(id);
  });

  it("is checked by the commands that its page shows, and found out by them", async () => {
    const { id, jws } = await given(await ask());
    const receipt = await findReceipt(id);
    if (!receipt) throw new Error("It was not kept");
    const folder = mkdtempSync(path.join(tmpdir(), "cairn-receipt-"));
    const run = (commands: string) => execFileSync("bash", ["-ec", commands], { cwd: folder, encoding: "utf8", stdio: "pipe" });
    const keys = (await listReceiptKeys()).map(({ kid, publicKey }) => ({ ...publicKey, kid }));
    writeFileSync(path.join(folder, "jwks.json"), JSON.stringify({ keys }));
    try {
      writeFileSync(path.join(folder, `${id}.jws`), jws);
      expect(run(opensslCommands(receipt))).toContain("Signature Verified Successfully");
      expect(JSON.parse(readFileSync(path.join(folder, "answer.json"), "utf8"))).toEqual(receipt.document);
      const [verdict, ...said] = run(nodeCommands(receipt)).trim().split("\n");
      expect([verdict, JSON.parse(said.join("\n"))]).toEqual(["true", receipt.document]);

      const [header = "", payload = "", signature = ""] = jws.split(".");
      const forged = Buffer.from(Buffer.from(payload, "base64url").toString().replace('"verdict":"yes"', '"verdict":"no"')).toString(
        "base64url",
      );
      writeFileSync(path.join(folder, `${id}.jws`), [header, forged, signature].join("."));
      expect(() => run(opensslCommands(receipt))).toThrow(/Signature Verification Failure|Command failed/);
      expect(run(nodeCommands(receipt))).toMatch(/^false/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
