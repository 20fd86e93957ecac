/** What a record must be for a write to go on (RFC 9110, section 13): one of these states, or not there at all. */
export type Precondition = { oneOf: string[] | "any" | null; absent: boolean };

export const noPrecondition: Precondition = { oneOf: null, absent: false };

export function readPrecondition(headers: Headers): Precondition {
  const match = headers.get("if-match")?.trim();
  const oneOf = match === undefined ? null : match === "*" ? "any" : match.split(",").map((tag) => tag.trim());
  return { oneOf, absent: headers.get("if-none-match")?.trim() === "*" };
}

/** `etag` is that of the record as it is now, null where there is none. */
export function holds({ oneOf, absent }: Precondition, etag: string | null): boolean {
  if (absent && etag !== null) return false;
  if (oneOf === null) return true;
  return etag !== null && (oneOf === "any" || oneOf.includes(etag));
}
