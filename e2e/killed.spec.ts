import { readFileSync } from "node:fs";
import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { expect, type Page, test } from "@playwright/test";
import { type OwnInstance, startOwnInstance, until } from "./own-instance";

/** A larger file for the record (bench/README.md). */
const rows = Number(process.env.KILLED_ROWS ?? 2000);
test.describe.configure({ timeout: 240_000 + rows * 60 });
test.use({ trace: "off" });

const written = (count: number) => count.toLocaleString("en-GB");

let site: OwnInstance;
test.beforeAll(async () => {
  site = await startOwnInstance();
});
test.afterAll(async () => {
  await site?.stop();
});

function file(): Buffer {
  const header =
    "id;language;title;summary;outcomes;ects;eqf;fields;modes;assessment;awarding_bodies;quality;languages;session_id;starts;ends;price";
  const lines = Array.from(
    { length: rows },
    (_, n) =>
      `K-${n};en;Wound ${n};Learn to dress wound ${n};Dresses wound ${n} safely;${(n % 9) + 1};5;0913;onsite;practical;Lindewater;other;en;s1;2030-01-${String((n % 27) + 1).padStart(2, "0")};2030-03-01;${n % 500}`,
  );
  return Buffer.from([header, ...lines].join("\n"));
}

/** Sends the form as a browser does, but no more than half of it before the server dies. */
async function sendHalf(page: Page, bytes: Buffer): Promise<void> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const head = '--half\r\ncontent-disposition: form-data; name="file"; filename="half.csv"\r\ncontent-type: text/csv\r\n\r\n';
  const sending = request(`${site.url}/en/manage/imports/upload`, {
    method: "POST",
    headers: {
      cookie,
      origin: site.url,
      "content-type": "multipart/form-data; boundary=half",
      "content-length": head.length + bytes.length + 12,
    },
  });
  const lost = new Promise((resolve) => sending.once("error", resolve));
  sending.write(head);
  await new Promise((sent) => sending.write(bytes.subarray(0, bytes.length / 2), sent));
  await pause(200);
  await site.kill("web");
  await lost;
}

const imports = async () => (await site.sql`select id from imports where file_name in ('half.csv', 'wounds.csv')`).length;
const pieces = async () =>
  (await site.sql`select 1 from import_pieces p left join imports i on i.id = p.import_id where i.id is null`).length;
const done = async () =>
  Number((await site.sql`select max(done_rows) as n from imports where file_name = 'wounds.csv' and not dry_run`)[0]?.n ?? 0);
const undone = async () => Number((await site.sql`select count(*) as n from import_changes where undone_at is not null`)[0]?.n ?? 0);
const indexed = async () => (await site.sql`select from events where indexed_at is null limit 1`).length === 0;

async function catalogue() {
  return await site.sql`
    select o.external_id, o.slug, o.visible::text as visible, v.content, (select json_agg(json_build_array(s.external_id, s.starts_on, s.cancelled_on) order by s.external_id)
      from sessions s where s.offering_id = o.id) as runs
    from offerings o join versions v on v.id = o.current_version_id where o.status = 'published' order by o.slug`;
}

/** A transaction that was being committed as its process died may still end. */
async function settled(progress: () => Promise<number>): Promise<number> {
  await pause(500);
  return await progress();
}

/** What the page tells of the progress, without being loaded anew by anybody but itself. */
const told = (page: Page) => page.getByRole("status").filter({ hasText: "of" });
const tells = (page: Page, count: number) => expect(told(page)).toContainText(`${written(count)} of`);

test("a large import on the page survives kill -9 of web and worker, is undone amid another, and loses nothing", async ({ page }) => {
  const seconds: Record<string, number> = {};
  let since = performance.now();
  const lap = (name: string) => {
    seconds[name] = Math.round((performance.now() - since) / 100) / 10;
    since = performance.now();
  };
  const bytes = file();
  const hand = async (name: string, buffer: Buffer) => {
    await page.goto(`${site.url}/en/manage/imports`);
    await page.getByLabel("Your file").setInputFiles({ name, mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "See what would happen" }).click();
    await expect(page.getByRole("heading", { name: "What would happen" })).toBeVisible({ timeout: 60_000 + rows * 5 });
  };

  await Promise.all([site.start("web"), site.start("worker")]);
  await until("the demonstration is indexed", indexed);
  const before = await catalogue();
  await page.goto(`${site.url}/en/sign-in`);
  await page.getByRole("button", { name: /as Mieke Lindeman/ }).click();
  await page.waitForURL(/\/manage/);
  lap("begin");

  // The web process dies with half of the file: nothing of it is there, and it can be handed in again.
  await sendHalf(page, bytes);
  await site.start("web");
  expect([await imports(), await pieces()]).toEqual([0, 0]);
  await page.goto(`${site.url}/en/manage/imports`);
  await expect(page.getByText("half.csv")).toHaveCount(0);
  await hand("wounds.csv", bytes);
  await expect(page.getByRole("link", { name: `${written(rows)} rows would be added` })).toBeVisible();
  lap("tried");

  // No worker lives: the page says that the file waits. Then one does, and the numbers go up by themselves.
  await site.kill("worker");
  await page.getByRole("button", { name: "Import for real" }).click();
  await expect(told(page)).toBeVisible();
  await site.start("worker");
  await until("the import is under way", async () => (await done()) > rows / 6);
  await site.kill("web");
  const withoutWeb = await done();
  await until("the import goes on without the web", async () => (await done()) > withoutWeb);
  await site.kill("worker");
  const left = await settled(done);
  expect(left).toBeLessThan(rows);
  await site.start("web");
  await tells(page, left);
  await site.start("worker");
  await expect(page.getByRole("link", { name: `${written(rows)} rows were published` })).toBeVisible({ timeout: 60_000 + rows * 10 });
  lap("imported");
  const [counts] = await site.sql`
    select count(*)::int as offerings, count(distinct o.external_id)::int as ids, (select count(*)::int from versions v join offerings o on o.id = v.offering_id where o.external_id like 'K-%') as versions,
      (select count(*)::int from sessions s join offerings o on o.id = s.offering_id where o.external_id like 'K-%') as sessions from offerings o where o.external_id like 'K-%'`;
  expect(counts).toEqual({ offerings: rows, ids: rows, versions: rows, sessions: rows });
  await until("the index follows", indexed);
  lap("indexed");
  expect(await site.run("check-index")).toMatchObject({ code: 0, said: expect.stringContaining("0 missing, 0 different, 0 too many") });
  lap("compared");

  // What was taken out changes nothing when it is put in again.
  const address = page.url();
  await page.goto(`${site.url}/en/manage/imports`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Catalogue as CSV" }).click();
  const taken = readFileSync(await (await download).path());
  await hand("taken-out.csv", taken);
  for (const outcome of ["would be added", "would change something", "would be kept as draft", "would be refused"])
    await expect(page.getByRole("link", { name: outcome })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /rows change nothing/ })).toBeVisible();
  lap("taken out and tried");

  // It is undone, with the worker killed in the middle.
  await page.goto(address);
  await page.getByRole("link", { name: "Undo this import" }).click();
  await site.kill("worker");
  await page.getByRole("button", { name: "Undo it" }).click();
  await tells(page, 0);
  await site.start("worker");
  await until("the undo is under way", async () => (await undone()) > rows / 6);
  await site.kill("worker");
  const kept = await settled(undone);
  expect(kept).toBeLessThan(rows);
  await tells(page, kept);
  await Promise.all([site.kill("web"), site.start("worker")]);
  await site.start("web");
  await expect(page.getByText(/This import was undone on .* taken back, 0 left alone/)).toBeVisible({ timeout: 60_000 + rows * 10 });
  expect(await catalogue()).toEqual(before);
  await until("the index follows the undo", indexed);
  lap("undone");
  expect(await site.run("check-index")).toMatchObject({ code: 0, said: expect.stringContaining("0 missing, 0 different, 0 too many") });
  test.info().annotations.push({ type: `seconds for ${rows} rows`, description: JSON.stringify(seconds) });
  process.stdout.write(`${rows} rows, seconds: ${JSON.stringify(seconds)}\n`);
});
