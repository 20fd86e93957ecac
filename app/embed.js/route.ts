import { embedScript } from "@/lib/embed/script";
import { defaultLocale, locales } from "@/lib/i18n/locales";

export function GET(): Response {
  return new Response(embedScript(locales, defaultLocale), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}
