import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { imports } from "@/db/schema";
import { operator } from "@/lib/auth/permissions";
import { startImport } from "@/lib/imports/commands";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember } from "@/lib/testing/people";
import { aProvider } from "@/lib/testing/registry";

beforeEach(emptyDatabase);

test("five files of a provider wait at most, though they come at once; others go on, and so does it when one is done", async () => {
  const [provider, other] = [await aProvider(), await aProvider()];
  const file = { providerSlug: provider.slug, fileName: "x.csv", bytes: Buffer.from("id;title\n1;A") };
  const editor = await aMember(provider.id, "editor");
  const at = await Promise.all(Array.from({ length: 7 }, () => startImport(editor, file)));
  const refused = at.flatMap((one) => (one.ok ? [] : one.problems));
  expect(refused).toEqual([{ code: "importsWaiting" }, { code: "importsWaiting" }]);
  expect(await db.select().from(imports)).toHaveLength(5);
  expect(await startImport(await aMember(other.id, "editor"), { ...file, providerSlug: other.slug })).toMatchObject({ ok: true });
  expect(await startImport(operator("test"), file), "whoever runs the instance is not held up").toMatchObject({ ok: true });
  await db.update(imports).set({ status: "done" }).where(eq(imports.providerId, provider.id));
  expect(await startImport(editor, file)).toMatchObject({ ok: true });
});
