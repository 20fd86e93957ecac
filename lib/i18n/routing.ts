import { defineRouting } from "next-intl/routing";
import { defaultLocale, locales } from "./locales";

/** No cookie remembers the language: the address does, and the privacy page promises it. */
export const routing = defineRouting({
  locales: [...locales],
  defaultLocale,
  localePrefix: "always",
  localeCookie: false,
  alternateLinks: false,
});
