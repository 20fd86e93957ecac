import { client } from "@/db";
import { compareIndex, repairIndex } from "@/lib/catalogue/check/commands";

/** Compares the search index with the database; `--repair` mends what differs. */
const found = await compareIndex();
const wrong = found.missing.length + found.different.length + found.extra.length;
console.log(
  `${found.compared} offerings compared: ${found.missing.length} missing, ${found.different.length} different, ${found.extra.length} too many in the index.`,
);
for (const id of [...found.missing, ...found.different, ...found.extra].slice(0, 20)) console.log(`  ${id}`);

if (wrong > 0 && process.argv.includes("--repair")) {
  await repairIndex(found);
  console.log("Repaired.");
} else if (wrong > 0) {
  process.exitCode = 1;
}
await client.end();
