/** The network address that a proxy in front of us names; without one everybody is the same. */
export function callerOf(headers: { get(name: string): string | null }): string {
  return headers.get("x-forwarded-for")?.split(",")[0]?.trim() || "unknown";
}
