import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/**
 * A random secret, made once and kept for its owner alone.
 * @param {string} file
 */
export function secret(file) {
  return kept(file, () => randomBytes(24).toString("hex"));
}

/**
 * A private Ed25519 key, made once and kept for its owner alone.
 * @param {string} file
 */
export function signingKey(file) {
  return kept(file, () => randomBytes(32).toString("base64"));
}

/**
 * @param {string} file
 * @param {() => string} make
 */
function kept(file, make) {
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
