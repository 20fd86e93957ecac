import type { Sql } from "postgres";

/** One address for each page that shows a record, as the provider or the authority has it. */
export async function samples(_sql: Sql, _provider: string, _authority: string): Promise<Record<string, string>> {
  return {};
}
