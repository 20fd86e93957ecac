import createMiddleware from "next-intl/middleware";
import { routing } from "@/lib/i18n/routing";

/** Sends an address without a language to the reader's own, and does nothing else: who may see what is decided in lib. */
export default createMiddleware(routing);

export const config = {
  matcher: [
    // Addresses that name a language already, the API, Next's own files and anything with a dot never come here, …
    "/((?!(?:en|nl|fr|de)(?:/|$)|api(?:/|$)|_next|.*\\..*).*)",
    // … but forms that are sent do: an action learns the language of its page only so.
    { source: "/:language(en|nl|fr|de)/:path*", has: [{ type: "header", key: "content-type" }] },
  ],
};
