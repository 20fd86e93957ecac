import { useLocale, useTranslations } from "next-intl";
import { KeepOne } from "@/components/lists/keep-one";
import { targetQuery } from "@/lib/follows/target";
import { address } from "@/lib/i18n/address";
import { chosenQuery } from "@/lib/lists/chosen";
import type { OfferingView } from "@/lib/offerings/queries";
import { plainText } from "@/lib/texts/texts";

const look =
  "inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-md border-2 border-accent bg-transparent px-4 py-1.5 font-semibold text-accent no-underline hover:bg-accent-soft";

/** What somebody can do with an offering before they decide: keep it, compare it, take its dates along. `dated` where there are dates to come, `mailed` where this instance sends mail. */
export function OfferingActs({ view, dated, mailed }: { view: OfferingView; dated: boolean; mailed: boolean }) {
  const [t, lists] = [useTranslations("search"), useTranslations("lists")];
  const following = useTranslations("following");
  const locale = useLocale();
  const { slug, version } = view;
  const title = plainText(version.content.title, locale, version.content.originalLanguage);
  const link = "inline-flex min-h-11 items-center";

  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
      <KeepOne slug={slug} title={title} look={look} />
      <a href={address(locale, `compare${chosenQuery([slug])}`)} rel="nofollow" className={link}>
        {t("compare")}
      </a>
      {dated && (
        <a href={address(locale, `offerings/${slug}/calendar.ics`)} rel="nofollow" className={link}>
          {lists("calendar")}
        </a>
      )}
      {mailed && (
        <a href={address(locale, `follow${targetQuery({ kind: "offering", slug })}`)} rel="nofollow" className={link}>
          {following("link")}
        </a>
      )}
    </div>
  );
}
