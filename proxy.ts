import createMiddleware from "next-intl/middleware";
import { routing } from "@/lib/i18n/routing";

/** Sends an address without a language to the reader's own, and does nothing else: who may see what is decided in lib. */
export default createMiddleware(routing);

export const config = {
  matcher: [
    // Addresses that name a language already, the API, Next's own files and anything with a dot never come here, …
    "/((?!(?:en|nl|fr|de)(?:/|$)|api(?:/|$)|embed/|_next|.*\\..*).*)",
    // … but forms that are sent do: an action learns the language of its page only so. Files that are sent do not: they go to routes, which
    // read their language themselves, and Next keeps no more than 10 MB of what passes here.
    { source: "/:language(en|nl|fr|de)", has: [{ type: "header", key: "content-type" }] },
    {
      source: "/:language(en|nl|fr|de)/:path((?!manage/imports/upload$|manage/applications/[^/]+/files$).*)",
      has: [{ type: "header", key: "content-type" }],
    },
  ],
};
