import { decodeText } from "@/lib/imports/encoding";
import { isRecord } from "@/lib/imports/json-table";
import { ok, refuse } from "@/lib/result";
import type { Reader } from "./reader";

/** Our own JSON form. Whatever is not whole is not read at all. */
export const cairnJson: Reader = {
  accept: "application/json",
  fileName: "feed.json",
  take: (bytes) => {
    const document = parse(bytes);
    return isRecord(document) && Array.isArray(document.offerings) ? ok(bytes) : refuse({ code: "feedOtherFormat" });
  },
};

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes).text);
  } catch {
    return undefined;
  }
}
