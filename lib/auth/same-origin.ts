import { env } from "@/lib/env";

/**
 * Whether a form was sent from a page of ours. Browsers say so themselves (Fetch Metadata), older ones by the origin; whoever says neither
 * is no browser, and holds no cookie that somebody could misuse.
 */
export function isSameOrigin({ headers }: Pick<Request, "headers">): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin" || site === "none";
  const origin = headers.get("origin");
  if (!origin) return true;
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return URL.canParse(origin) && (new URL(origin).host === host || origin === new URL(env.SITE_URL).origin);
}
