import type { Problem } from "@/lib/result";

/** Files beyond this are refused: they are no catalogue, and a worker must hold them in memory. */
export const largestFile = 100 * 1024 * 1024;

/** What files that are no catalogue begin with. Their names say nothing: people rename them. */
const signatures: Array<[name: string, bytes: number[]]> = [
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["GIF", [0x47, 0x49, 0x46, 0x38]],
  ["RAR", [0x52, 0x61, 0x72, 0x21]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf]],
  ["gzip", [0x1f, 0x8b]],
  ["RTF", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** Why a file is no catalogue, as far as that is plain without reading all of it. */
export function problemWithFile(bytes: Uint8Array): Problem | undefined {
  if (bytes.every((byte) => byte === 0 || byte === 32 || byte === 10 || byte === 13)) return { code: "fileEmpty" };
  if (bytes.length > largestFile) return { code: "fileTooLarge" };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { code: "fileIsOldExcel" };
  const known = signatures.find(([, signature]) => startsWith(bytes, signature));
  return known && { code: "fileUnreadable", value: known[0] };
}

export function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
