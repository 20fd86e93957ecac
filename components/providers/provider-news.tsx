import { useLocale, useTranslations } from "next-intl";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { feedAddress } from "@/lib/feeds/address";
import { targetQuery } from "@/lib/follows/target";
import { address } from "@/lib/i18n/address";

/** How to be told of what a provider has new, by e-mail where this instance sends mail, and as a feed. */
export function ProviderNews({ slug, mailed }: { slug: string; mailed: boolean }) {
  const t = useTranslations("following");
  const locale = useLocale();
  const link = "inline-flex min-h-8 items-center text-sm";

  return (
    <p className="mt-3 flex flex-wrap gap-x-5 print:hidden">
      {mailed && (
        <a href={address(locale, `follow${targetQuery({ kind: "provider", slug })}`)} rel="nofollow" className={link}>
          {t("providerLink")}
        </a>
      )}
      <a href={feedAddress(locale, parseSearchQuery({ provider: slug }))} className={link}>
        {t("providerFeed")}
      </a>
    </p>
  );
}
