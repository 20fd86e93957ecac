import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "@/lib/result";
import { evidenceLimits, fileNameOf, mediaTypeOf } from "./evidence";

export type GivenFile = { name: string; bytes: Uint8Array };

/** A file as it can be kept, or what is wrong with it. */
export type CheckedFile = { name: string; mediaType: string; size: number; sha256: string; bytes: Uint8Array };

export function checkedFile({ name, bytes }: GivenFile): Result<CheckedFile> {
  if (bytes.byteLength === 0) return refuse({ code: "evidenceEmpty", field: "file" });
  if (bytes.byteLength > evidenceLimits.bytes) return refuse({ code: "evidenceTooLarge", field: "file" });
  const mediaType = mediaTypeOf(bytes);
  if (!mediaType) return refuse({ code: "evidenceNotTaken", field: "file" });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return ok({ name: fileNameOf(name), mediaType, size: bytes.byteLength, sha256, bytes });
}
