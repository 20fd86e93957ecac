import { cleanLine } from "@/lib/imports/html";
import { toCell } from "@/lib/imports/table";

/** An id as files can hold it too: one line of text, which reads the same however it came here. */
export function isOwnId(id: string): boolean {
  return id !== "" && id.length <= 200 && cleanLine(toCell(id)) === id;
}
