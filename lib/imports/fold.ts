/** As people would call it the same: without case, accents, no-break spaces and doubled spaces. */
export function fold(value: string): string {
  return value
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/œ/g, "oe")
    .replace(/[’‘`´]/g, "'")
    .replace(/[\s ​]+/g, " ")
    .trim();
}
