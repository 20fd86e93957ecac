import type { Result } from "@/lib/result";

/** How one kind of feed is read. Each format has a file of its own beside this one; what it gives is read on as an import is. */
export type Reader = {
  /** What is asked for. */
  accept: string;
  fileName: string;
  /** The file as the import takes it, or why this is not such a feed. */
  take: (bytes: Uint8Array) => Result<Uint8Array>;
};
