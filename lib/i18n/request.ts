import { getRequestConfig } from "next-intl/server";
import { country } from "@/lib/country/country";
import { defaultLocale, isLocale } from "./locales";

/** The files of messages/<locale>/: one for each area of the site. */
const areas = [
  "common",
  "front",
  "search",
  "skills",
  "static",
  "offering",
  "provider",
  "problems",
  "imports",
  "account",
  "desk",
  "team",
  "application",
  "oversight",
  "editor",
  "publication",
  "sessions",
  "files",
  "harvest",
  "keys",
  "policy",
  "feedback",
  "insight",
  "notices",
  "statements",
  "log",
  "register",
  "deciding",
  "casework",
  "reports",
  "criteria",
  "monitoring",
  "quality",
  "statistics",
  "trail",
  "suggestions",
  "guidance",
  "guided",
  "embed",
  "accounts",
  "vocabularies",
  "audits",
  "authorities",
  "compare",
  "lists",
  "following",
  "plans",
  "clients",
] as const;

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = isLocale(requested) ? requested : defaultLocale;
  const read = async (area: string) => [area, (await import(`./messages/${locale}/${area}.json`)).default];

  return { locale, timeZone: country.timeZone, messages: Object.fromEntries(await Promise.all(areas.map(read))) };
});
