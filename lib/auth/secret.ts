import { createHash, randomBytes } from "node:crypto";

/** A secret that nobody can guess (256 bits), fit for an address or a header. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret: enough to know it again. It is random, so that a plain hash cannot be searched backwards. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
