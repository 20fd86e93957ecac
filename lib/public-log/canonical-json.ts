/**
 * The one text of a JSON value (RFC 8785, JCS): no spaces, members ordered by the UTF-16 code units of their names, numbers and strings
 * as ECMAScript writes them. What is undefined is left out, as JSON.stringify does.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object") return members(value as Record<string, unknown>);
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} has no place in JSON`);
  if (typeof value === "number" || typeof value === "boolean" || value === null) return JSON.stringify(value);
  throw new TypeError(`A ${typeof value} has no place in JSON`);
}

function members(value: Record<string, unknown>): string {
  let written = "";
  // Sorted without a comparison of their own, strings go by their code units; by a locale's they would go otherwise on another machine.
  for (const name of Object.keys(value).sort()) {
    const inner = value[name];
    if (inner !== undefined) written += `${written && ","}${text(name)}:${canonicalJson(inner)}`;
  }
  return `{${written}}`;
}

/** Text that is written as it stands; nearly all is. Imports write thousands of versions a second. */
const plain = /^[ !#-[\]-~]*$/;

/** Half a surrogate pair has no bytes in UTF-8: two such texts would have one hash. */
function text(value: string): string {
  if (plain.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new TypeError("A text holds half a character");
  return JSON.stringify(value);
}
