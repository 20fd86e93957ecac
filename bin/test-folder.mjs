import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stopLeftovers } from "./leftovers.mjs";
import { readHolder, takeLock } from "./pid-file.mjs";

const prefix = "cairn-test-";
const lockName = "run.lock";

/** A folder for the servers and reports of one run of the tests, so that several can run side by side. */
export function createTestFolder() {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  // Under root, Postgres runs as another user and has to get through.
  chmodSync(folder, 0o711);
  takeLock(join(folder, lockName));
  return folder;
}

/** Stops and removes what runs left that were killed outright. */
export async function removeAbandonedFolders() {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(prefix) || !isAbandoned(folder)) continue;
    for (const stage of ["unit", "e2e"]) {
      if (existsSync(join(folder, stage))) await stopLeftovers(join(folder, stage), () => {});
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function isAbandoned(folder) {
  try {
    const { uid, mtimeMs } = statSync(folder);
    // The minute is for a run that has made its folder but not yet its lock.
    if (uid !== process.getuid?.() || Date.now() - mtimeMs < 60_000) return false;
    return !readHolder(join(folder, lockName));
  } catch {
    return false;
  }
}
