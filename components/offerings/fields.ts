import { vocabulary } from "@/lib/vocabularies/vocabulary";

const codes = vocabulary("fields").map(({ code }) => code);

/** The broad fields of ISCED-F; 99 is "unknown", which nobody looks for. */
export const broadFields = codes.filter((code) => code.length === 2 && code !== "99");

/** One step deeper. */
export function narrowerFields(code: string): string[] {
  return codes.filter((one) => one.length === code.length + 1 && one.startsWith(code));
}
