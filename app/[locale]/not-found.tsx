import { useLocale, useTranslations } from "next-intl";
import { SearchBox } from "@/components/offerings/search-box";
import { ButtonLink } from "@/components/ui/button";
import { LostPath } from "@/components/ui/lost-path";
import { address } from "@/lib/i18n/address";

export default function NotFound() {
  const t = useTranslations("static.notFound");
  const locale = useLocale();

  return (
    <main id="main" className="wrap py-16">
      <title>{t("title")}</title>
      <LostPath />
      <h1 className="mt-6 text-display leading-[1.08]">{t("heading")}</h1>
      <p className="mt-4 mb-8 max-w-[52ch] text-ink-2 text-xl leading-snug">{t("text")}</p>
      <SearchBox />
      <p className="mt-8 flex flex-wrap gap-3">
        <ButtonLink look="quiet" href={address(locale)}>
          {t("front")}
        </ButtonLink>
        <ButtonLink look="quiet" href={address(locale, "offerings")}>
          {t("all")}
        </ButtonLink>
      </p>
    </main>
  );
}
