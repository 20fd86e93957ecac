/** The network address that a request came from, as our own web server found it (bin/caller.mjs): nobody can say another. */
export function callerOf(headers: { get(name: string): string | null }): string {
  return headers.get("x-cairn-caller") ?? "unknown";
}
