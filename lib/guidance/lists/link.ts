import type { ListRow } from "@/db/schema";
import { hashOf } from "@/lib/auth/secret";
import { env } from "@/lib/env";
import { address } from "@/lib/i18n/address";

/**
 * The link of a list, as long as the browser that made it remembers it (lib/auth/session: a quarter of an hour): the database holds its hash
 * alone. What the browser remembers of anything else is no link of this list.
 */
export function linkShownTo({ readHash }: ListRow, handover: string | undefined, locale: string): string | null {
  if (readHash === null || handover === undefined || hashOf(handover) !== readHash) return null;
  return new URL(address(locale, `lists/${handover}`), env.SITE_URL).href;
}
