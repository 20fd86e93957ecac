import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { findHead, listDailyCheckpoints, listEntries, listLogKeys } from "@/lib/public-log/queries";

/** Writes the whole log into a folder, for whoever keeps a copy: checked later by `log:verify`, or with tools that are not ours. */
export async function writeCopy(folder: string): Promise<{ size: number; days: number } | undefined> {
  const head = await findHead();
  if (!head) return undefined;
  mkdirSync(path.join(folder, "checkpoints"), { recursive: true });
  await writeEntries(path.join(folder, "entries.jsonl"), head.size);
  let count = 0;
  for (let before: string | null = null; ; ) {
    const days = await listDailyCheckpoints(500, before);
    for (const { day, note } of days) writeFileSync(path.join(folder, "checkpoints", day), note);
    count += days.length;
    before = days.at(-1)?.day ?? null;
    if (days.length < 500) break;
  }
  writeFileSync(path.join(folder, "keys"), `${(await listLogKeys()).join("\n")}\n`);
  writeFileSync(path.join(folder, "checkpoint"), head.note);
  return { size: head.size, days: count };
}

/** One line for each entry. Under another name until it is whole. */
async function writeEntries(file: string, size: number): Promise<void> {
  const out = await open(`${file}.unfinished`, "w");
  for (let start = 0; start < size; start += 2000) {
    const entries = await listEntries(start, Math.min(start + 1999, size - 1));
    await out.write(entries.map(({ content }) => `${content}\n`).join(""));
  }
  await out.close();
  renameSync(`${file}.unfinished`, file);
}
