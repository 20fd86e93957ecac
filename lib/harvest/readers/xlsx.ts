import { ok, refuse } from "@/lib/result";
import type { Reader } from "./reader";

/** An Excel workbook, known by the signature of its packing. */
export const xlsx: Reader = {
  accept: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  fileName: "feed.xlsx",
  take: (bytes) =>
    Buffer.from(bytes.subarray(0, 4)).toString("latin1") === "PK\x03\x04" ? ok(bytes) : refuse({ code: "feedOtherFormat" }),
};
