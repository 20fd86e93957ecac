import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { statisticalRegions } from "@/lib/country/regions";
import { type DemandQuery, periods } from "@/lib/insight/demand/input";
import { regionName } from "@/lib/statistics/names";
import { languageName } from "@/lib/vocabularies/vocabulary";

/** Over how long, in which language, with which places: what all parts of the page are of. */
export function DemandFilter({ here, query, own, languages }: { here: string; query: DemandQuery; own: string[]; languages: string[] }) {
  const t = useTranslations("statistics.demand");
  const locale = useLocale();
  const others = statisticalRegions.filter((region) => !own.includes(region));

  return (
    <search className="mt-7 block print:hidden">
      <form action={here} className="grid items-end gap-3 sm:grid-cols-[repeat(3,minmax(0,1fr))_auto]">
        <SelectField id="weeks" name="weeks" label={t("period")} defaultValue={query.weeks}>
          {periods.map((weeks) => (
            <option key={weeks} value={weeks}>
              {t(`weeks.${weeks}`)}
            </option>
          ))}
        </SelectField>
        <SelectField id="region" name="region" label={t("region")} defaultValue={query.region}>
          <option value="">{t("wholeCountry")}</option>
          <option value="own">{t("own")}</option>
          <option value="none">{t("noPlace")}</option>
          <Regions label={t("ownRegions")} codes={own} />
          <Regions label={t("otherRegions")} codes={others} />
        </SelectField>
        <SelectField id="lang" name="lang" label={t("language")} defaultValue={query.lang}>
          <option value="">{t("allLanguages")}</option>
          {languages.map((language) => (
            <option key={language} value={language}>
              {languageName(language, locale)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="quiet">
          {t("show")}
        </Button>
      </form>
    </search>
  );
}

function Regions({ label, codes }: { label: string; codes: string[] }) {
  const locale = useLocale();
  if (codes.length === 0) return null;
  return (
    <optgroup label={label}>
      {codes.map((code) => (
        <option key={code} value={code}>
          {regionName(code, locale)}
        </option>
      ))}
    </optgroup>
  );
}
