import { preferredLocale } from "@/lib/api/words";

/** Leads to the readable description of the API, within the site in the reader's language. */
export function GET(request: Request): Response {
  const locale = preferredLocale(request.headers.get("accept-language"));
  return new Response(null, { status: 307, headers: { location: `/${locale}/api`, vary: "accept-language" } });
}
