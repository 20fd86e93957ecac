import { createHash } from "node:crypto";

/** The same id for the same form: a UUID of version 8 (RFC 9562) out of what it is for. */
export function repeatableId(...parts: string[]): string {
  const hex = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
