/** The page that an address asks for; nonsense is the first. */
export function pageOf(given: string | string[] | undefined): number {
  const page = Number([given].flat()[0] ?? 1);
  return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1;
}

/** Whether an address names an import at all: anything else is not there, and the database need not be asked. */
export function isImportId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
