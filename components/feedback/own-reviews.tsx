import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { Button } from "@/components/ui/button";
import type { OwnReview } from "@/lib/feedback/reviews/queries";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

/** What one's own organisation has signed of others, with the way to take each back. */
export function OwnReviews({ reviews }: { reviews: { review: OwnReview; takeBack: (() => Promise<void>) | null }[] }) {
  const t = useTranslations("feedback");
  const locale = useLocale();
  if (reviews.length === 0) return <p className="max-w-[62ch] text-ink-2">{t("own.none")}</p>;

  return (
    <ul className="divide-y divide-line border-line border-y">
      {reviews.map(({ review: { id, slug, title, original, text, locale: language, signedOn }, takeBack }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3.5">
          <div className="min-w-0 max-w-[62ch]">
            <a href={address(locale, `offerings/${slug}#voices`)}>
              <LocalText texts={title} original={original} quiet />
            </a>
            <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]" lang={language === locale ? undefined : language}>
              {text}
            </p>
            <p className="mt-1 text-ink-2 text-sm">{t("own.signed", { day: formatDay(signedOn, locale, "long") })}</p>
          </div>
          {takeBack && (
            <form action={takeBack}>
              <Button look="quiet" type="submit" aria-label={t("takeBackLong", { what: plainText(title, locale, original) })}>
                {t("takeBack")}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
