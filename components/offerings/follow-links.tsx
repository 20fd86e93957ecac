import { useLocale, useTranslations } from "next-intl";
import { type SearchQuery, searchParams } from "@/lib/catalogue/query";
import { feedAddress } from "@/lib/feeds/address";
import { targetQuery } from "@/lib/follows/target";
import { address } from "@/lib/i18n/address";

/** How to be told of what is new in a search, by e-mail where this instance sends mail, and as a feed. */
export function FollowLinks({ query, mailed }: { query: SearchQuery; mailed: boolean }) {
  const t = useTranslations("search.follow");
  const locale = useLocale();
  const search = searchParams({ ...query, sort: undefined, page: 1 }).toString();
  const link = "inline-flex min-h-8 items-center";

  return (
    <p className="mt-1 flex flex-wrap gap-x-4 text-sm print:hidden">
      <span className="inline-flex min-h-8 items-center text-ink-2">{t("lead")}</span>
      {mailed && (
        <a href={address(locale, `follow${targetQuery({ kind: "search", search })}`)} rel="nofollow" className={link}>
          {t("mail")}
        </a>
      )}
      <a href={feedAddress(locale, query)} className={link}>
        {t("feed")}
      </a>
    </p>
  );
}
