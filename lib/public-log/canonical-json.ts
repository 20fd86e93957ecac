/**
 * The one text of a JSON value (RFC 8785, JCS): no spaces, members ordered by the UTF-16 code units of their names, numbers and strings
 * as ECMAScript writes them. What is undefined is left out, as JSON.stringify does.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
    // The comparison of strings is that of their code units; that of locales would be another order on another machine.
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, inner]) => `${text(name)}:${canonicalJson(inner)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} has no place in JSON`);
  if (typeof value === "string") return text(value);
  if (typeof value === "number" || typeof value === "boolean" || value === null) return JSON.stringify(value);
  throw new TypeError(`A ${typeof value} has no place in JSON`);
}

/** Half a surrogate pair has no bytes in UTF-8: two such texts would have one hash. */
function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError("A text holds half a character");
  return JSON.stringify(value);
}
