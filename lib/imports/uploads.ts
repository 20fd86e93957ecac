import { largestFile } from "./file";

/** Bytes of files that one web process takes in at a time: it holds each of them whole, and twice for a moment. */
const mostBytes = 3 * largestFile;

/** And those of one provider among them: the largest file, and some small ones beside it. */
const mostOfProvider = 1.5 * largestFile;

const coming = new Map<string, number>();

/**
 * Takes room for a file that a provider sends, as much as it may come to, and gives back how to free it; or why there is none. To refuse
 * costs nothing, while to hold them all could cost the process.
 */
export function takeRoom(organisationId: string, bytes: number): (() => void) | "importsWaiting" | "uploadsBusy" {
  const own = coming.get(organisationId) ?? 0;
  if (own + bytes > mostOfProvider) return "importsWaiting";
  if ([...coming.values()].reduce((sum, one) => sum + one, bytes) > mostBytes) return "uploadsBusy";
  coming.set(organisationId, own + bytes);
  return () => {
    const left = (coming.get(organisationId) ?? 0) - bytes;
    if (left > 0) coming.set(organisationId, left);
    else coming.delete(organisationId);
  };
}
