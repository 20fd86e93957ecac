import { decodeText } from "@/lib/imports/encoding";
import { ok, refuse } from "@/lib/result";
import type { Reader } from "./reader";

/** Text with a row for each offering or run. A page that says “error” with status 200, or another kind of file, is none. */
export const csv: Reader = {
  accept: "text/csv",
  fileName: "feed.csv",
  take: (bytes) => {
    const start = decodeText(bytes.subarray(0, 4096)).text.trimStart();
    return start === "" || /^(?:[<{[]|PK(?!\w)|%PDF)/.test(start) ? refuse({ code: "feedOtherFormat" }) : ok(bytes);
  },
};
