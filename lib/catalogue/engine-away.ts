/** Not reachable, too slow, or without its index yet: search then goes on from Postgres. */
export function isAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const code = (fault as { cause?: { code?: string } }).cause?.code;
  return (
    fault.name === "MeiliSearchRequestError" ||
    fault.name === "MeilisearchRequestError" ||
    fault.name === "MeilisearchRequestTimeOutError" ||
    code === "index_not_found"
  );
}
