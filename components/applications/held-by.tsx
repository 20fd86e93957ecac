import { useLocale, useTranslations } from "next-intl";
import { ToneMark } from "@/components/ui/tone-mark";
import type { Holder } from "@/lib/applications/queries";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";

/** Says whose an identifier is already. */
export function HeldBy({ holders }: { holders: Holder[] }) {
  const t = useTranslations("application");
  const locale = useLocale();

  return holders.map(({ slug, name, isProvider, value }) => (
    <p key={slug + value} className="mt-1 flex items-baseline gap-2 text-sm text-warn">
      <ToneMark tone="warn" />
      <span>
        {t("heldBy")} {isProvider ? <a href={address(locale, `providers/${slug}`)}>{plainText(name, locale)}</a> : plainText(name, locale)}
      </span>
    </p>
  ));
}
