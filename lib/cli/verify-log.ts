import { parseArgs } from "node:util";
import { client } from "@/db";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { verifyCopy } from "@/lib/public-log/copying/comparison";
import { verifyLog } from "@/lib/public-log/verify/verification";

/** Computes the public log anew and names all that is not as it says: `npm run log:verify [-- --copy FOLDER|ADDRESS] [--key KEY …]`. */
const { values } = parseArgs({
  options: { copy: { type: "string" }, key: { type: "string", multiple: true, default: [] } },
});

const copy = values.copy === undefined ? undefined : await verifyCopy(values.copy, values.key);
const { findings, size, checkpoints, waiting, keysGiven } = await verifyLog({
  keys: [...values.key, ...(copy?.keys ?? [])],
  timeZone: country.timeZone,
  today: today(),
});
const all = [...(copy?.findings ?? []), ...findings];

console.log(`${size} entries, ${checkpoints} checkpoints, ${waiting} entries that wait for their place.`);
if (copy) console.log(`The copy has ${copy.size} entries and ${copy.checkpoints} checkpoints.`);
if (!keysGiven)
  console.log("No key was known beforehand: the register's own word was taken for which keys are the log's. Name one with --key.");
for (const { table, id, field, log, stands } of all.slice(0, 500)) {
  console.log(`${table} ${id}, ${field}:\n  the log says   ${log}\n  there stands   ${stands}`);
}
if (all.length > 500) console.log(`… and ${all.length - 500} more.`);
console.log(all.length === 0 ? "All is as the log says." : `${all.length} differences.`);
process.exitCode = all.length === 0 ? 0 : 1;
await client.end();
