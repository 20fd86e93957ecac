import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

/** A log as somebody kept it: the texts of its entries in their order, signed checkpoints, and the keys that signed them. */
export type LogCopy = { entries: AsyncIterable<string>; checkpoints: { name: string; note: string }[]; keys: string[] };

/** A folder as `npm run log:copy` writes it, or the address of a log's API. */
export async function openCopy(place: string): Promise<LogCopy> {
  return /^https?:\/\//.test(place) ? await openAddress(place.replace(/\/+$/, "")) : openFolder(path.resolve(place));
}

function openFolder(folder: string): LogCopy {
  const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
  const days = existsSync(path.join(folder, "checkpoints")) ? readdirSync(path.join(folder, "checkpoints")).sort() : [];
  const names = ["checkpoint", ...days.map((day) => `checkpoints/${day}`)];
  return {
    entries: createInterface({ input: createReadStream(path.join(folder, "entries.jsonl"), "utf8"), crlfDelay: Number.POSITIVE_INFINITY }),
    checkpoints: names.map((name) => ({ name, note: read(name) })),
    keys: read("keys").split("\n").filter(Boolean),
  };
}

const page = z.object({ size: z.int(), items: z.array(z.object({ position: z.int(), entry: z.string() })) });
const days = z.object({
  items: z.array(z.object({ day: z.string(), checkpoint: z.string() })),
  keys: z.array(z.string()),
  next: z.string().nullable(),
});

async function openAddress(address: string): Promise<LogCopy> {
  const ask = async (what: string) => {
    const answer = await fetch(`${address}/${what}`);
    if (!answer.ok) throw new Error(`${address}/${what} answers ${answer.status}`);
    return answer;
  };
  const head = { name: "checkpoint", note: await (await ask("checkpoint")).text() };
  const checkpoints = [head];
  let keys: string[] = [];
  for (let query = "checkpoints"; query; ) {
    const read = days.parse(await (await ask(query)).json());
    checkpoints.push(...read.items.map(({ day, checkpoint }) => ({ name: `checkpoints/${day}`, note: checkpoint })));
    keys = read.keys;
    query = read.next ? `checkpoints${new URL(read.next, address).search}` : "";
  }
  return { entries: entriesAt(ask, Number(head.note.split("\n")[1])), checkpoints, keys };
}

async function* entriesAt(ask: (what: string) => Promise<Response>, size: number): AsyncGenerator<string> {
  for (let start = 0; start < size; ) {
    const { items } = page.parse(await (await ask(`entries?start=${start}&end=${Math.min(start + 999, size - 1)}`)).json());
    if (items.length === 0) throw new Error(`The log has no entry in place ${start}`);
    for (const { entry } of items) yield entry;
    start += items.length;
  }
}
