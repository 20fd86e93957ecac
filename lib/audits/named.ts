/** The name of a record where somebody gave its address, or the name itself. */
export function nameIn(given: string): string {
  const parts = given
    .trim()
    .replace(/[?#].*$/, "")
    .split("/")
    .filter(Boolean);
  return parts.at(-1) ?? "";
}
