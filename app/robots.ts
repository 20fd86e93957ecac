import type { MetadataRoute } from "next";
import { env } from "@/lib/env";

/** Not at build time, when nobody knows under which address the site will be reached. */
export const dynamic = "force-dynamic";

/** Everything is public; only the endless combinations of search filters, of days and of what is compared are not worth a crawler's time. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: ["/", "/*/offerings?page="],
      disallow: ["/*/offerings?", "/*/register?", "/*/register/*?", "/*/compare?", "/*/lists", "/*/follow"],
    },
    sitemap: new URL("/sitemap.xml", env.SITE_URL).href,
  };
}
