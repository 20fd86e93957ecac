/** What may be handed in as evidence. */
export const evidenceLimits = { bytes: 10 * 1024 * 1024, files: 20 } as const;

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What a file is by its content: a name says anything. Undefined is nothing that is taken. */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 1024).includes("%PDF-")) return "application/pdf";
  if (file.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "image/jpeg";
  if (file.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return "image/png";
  const isWord =
    file.subarray(0, 4).toString("latin1") === "PK\u0003\u0004" &&
    file.includes("[Content_Types].xml") &&
    file.includes("word/document.xml");
  // A document with macros is a program.
  return isWord && !file.includes("vbaProject.bin") ? docx : undefined;
}

/** The name by which a file is listed and given back: without a path, and without what no name may hold. */
export function fileNameOf(given: string): string {
  const name = given
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/[\p{C}"<>|:*?]/gu, "")
    .trim();
  return name?.slice(-150) || "evidence";
}
