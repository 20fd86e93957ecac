import { expect, test, vi } from "vitest";
import { eventually } from "./eventually";
import { eachWithKeptPages } from "./kept-pages";

const store = eachWithKeptPages();
const { read, begin, change } = store;

/** While `work` is under way, so many pages are being drawn that visitors have to wait. */
async function underPressure(work: () => Promise<void>): Promise<void> {
  const before = store.drawn;
  let calm = () => undefined as unknown;
  store.whileDrawing = () => new Promise((resolve) => (calm = ((others) => () => [others(), resolve(undefined)])(calm)));
  const waiting = [1, 2, 3, 4].map((number) => read(`/en/waits/${number}`));
  await eventually(() => expect(store.drawn).toBe(before + 4));
  store.whileDrawing = async () => undefined;
  await work();
  calm();
  await Promise.all(waiting);
}

test.each([
  ["sessions", 5],
  ["added", 1],
  ["changed", 1],
])("while visitors wait, a search may be behind in what it does not list (%s) for %i minutes", async (told, minutes) => {
  await begin();
  const search = "/en/offerings?from=index&has=one&lists=two";
  const before = await read(search);
  await underPressure(async () => {
    await change(`${told} one`);
    expect(await read(search)).toBe(before);
    const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now() + (minutes - 0.1) * 60_000);
    expect(await read(search)).toBe(before);
    clock.mockReturnValue(performance.now() + 0.2 * 60_000);
    const later = await read(search);
    expect(later).not.toBe(before);
    vi.restoreAllMocks();
    await change(`${told} one`);
    expect(await read(search)).toBe(later);
  });
  // A calm moment of a busy day is no calm day.
  const behind = await read(search);
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + (minutes + 1.2) * 60_000);
  expect(await read(search)).not.toBe(behind);
  vi.restoreAllMocks();
});

test.each(["sessions", "changed", "index", "register"])(
  "however many wait, a search is behind in nothing that it lists, and in no decision (%s)",
  async (told) => {
    await begin();
    const search = "/en/offerings?from=index&from=register&has=one&lists=one";
    const before = await read(search);
    await underPressure(async () => {
      await change(["index", "register"].includes(told) ? told : `${told} one`);
      expect(await read(search)).not.toBe(before);
    });
  },
);

test("many who ask for the same at once wait for one drawing of it", async () => {
  await begin();
  let finish = () => undefined as unknown;
  store.whileDrawing = () => new Promise((resolve) => (finish = () => resolve(undefined)));
  const [first, ...others] = Array.from({ length: 5 }, () => read("/en/a?from=a"));
  await eventually(() => expect(store.drawn).toBe(1));
  // Another page does not wait for it.
  store.whileDrawing = async () => undefined;
  expect(await read("/en/b?from=b")).toContain("drawn 2 times");
  finish();
  const answer = await first;
  for (const other of others) expect(await other).toBe(answer);
  expect(store.drawn).toBe(2);
});

test("who waits for the drawing of one who leaves, or of a page that changes meanwhile, gets a page all the same", async () => {
  await begin();
  let finish = () => undefined as unknown;
  store.whileDrawing = () => new Promise((resolve) => (finish = () => resolve(undefined)));
  const leaves = new AbortController();
  const left = fetch(`${store.address}/en/a?from=a`, { signal: leaves.signal }).catch(() => "left");
  await eventually(() => expect(store.drawn).toBe(1));
  store.whileDrawing = async () => undefined;
  const patient = read("/en/a?from=a");
  leaves.abort();
  expect([await left, await patient]).toEqual(["left", expect.stringContaining("drawn 2 times")]);
  finish();

  store.whileDrawing = () => new Promise((resolve) => (finish = () => resolve(undefined)));
  const torn = read("/en/c?from=c");
  await eventually(() => expect(store.drawn).toBe(3));
  store.whileDrawing = async () => undefined;
  await change("c");
  const waits = read("/en/c?from=c");
  finish();
  expect(await waits).not.toBe(await torn);
});

test("one who leaves while waiting for somebody else's drawing holds up nobody who asks for the same later", async () => {
  await begin();
  let finish = () => undefined as unknown;
  store.whileDrawing = () => new Promise((resolve) => (finish = () => resolve(undefined)));
  const drawn = store.ask("/en/gone");
  await eventually(() => expect(store.drawn).toBe(1));
  const waits = store.ask("/en/gone");
  await eventually(async () => expect([await store.visitors(), store.heard]).toEqual([2, 2]));
  waits.leave();
  await eventually(async () => expect(await store.visitors()).toBe(1));
  store.whileDrawing = async () => undefined;
  finish();
  expect(await read("/en/other")).toContain("drawn 2 times");
  expect(await read("/en/gone")).toContain("drawn 3 times");
  drawn.leave();
});

test("many that ask at once all get a whole page", async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => read(`/en/offerings?page=${n % 3}`)));
  for (const answer of answers) expect(answer).toMatch(/^<h1>drawn \d+ times<\/h1>$/);
});
