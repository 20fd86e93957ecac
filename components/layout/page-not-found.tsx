import { useLocale, useTranslations } from "next-intl";
import { SearchBox } from "@/components/offerings/search-box";
import { ButtonLink } from "@/components/ui/button";
import { LostPage } from "@/components/ui/lost-page";
import { address } from "@/lib/i18n/address";

export function PageNotFound() {
  const t = useTranslations("static.notFound");
  const locale = useLocale();

  return (
    <LostPage heading={t("heading")} text={t("text")}>
      <SearchBox />
      <p className="mt-8 flex flex-wrap gap-3">
        <ButtonLink look="quiet" href={address(locale)}>
          {t("front")}
        </ButtonLink>
        <ButtonLink look="quiet" href={address(locale, "offerings")}>
          {t("all")}
        </ButtonLink>
      </p>
    </LostPage>
  );
}
