import { getRequestConfig } from "next-intl/server";
import { country } from "@/lib/country/country";
import { defaultLocale, isLocale } from "./locales";

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = isLocale(requested) ? requested : defaultLocale;

  return {
    locale,
    timeZone: country.timeZone,
    messages: {
      common: (await import(`./messages/${locale}/common.json`)).default,
      front: (await import(`./messages/${locale}/front.json`)).default,
      search: (await import(`./messages/${locale}/search.json`)).default,
      static: (await import(`./messages/${locale}/static.json`)).default,
      offering: (await import(`./messages/${locale}/offering.json`)).default,
      provider: (await import(`./messages/${locale}/provider.json`)).default,
      problems: (await import(`./messages/${locale}/problems.json`)).default,
      imports: (await import(`./messages/${locale}/imports.json`)).default,
    },
  };
});
