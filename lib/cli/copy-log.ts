import { client } from "@/db";
import { writeCopy } from "@/lib/public-log/copying/writing";

/** Writes the whole public log into a folder: `npm run log:copy -- FOLDER`. */
const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Say: npm run log:copy -- FOLDER");
  process.exitCode = 1;
} else {
  const written = await writeCopy(folder);
  if (written) console.log(`${written.size} entries and ${written.days + 1} checkpoints are in ${folder}.`);
  else console.error("Nothing was ever signed: start the site with the key of its log first.");
  if (!written) process.exitCode = 1;
}
await client.end();
