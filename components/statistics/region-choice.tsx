import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { statisticalRegions } from "@/lib/country/regions";
import { regionName } from "@/lib/statistics/names";

/** All figures of the page for one region, by the seat of providers. */
export function RegionChoice({ here, region }: { here: string; region: string }) {
  const t = useTranslations("statistics");
  const locale = useLocale();
  return (
    <form action={here} className="mt-6 flex flex-wrap items-end gap-3 print:hidden">
      <SelectField id="region" name="region" label={t("regionChoice.label")} defaultValue={region}>
        <option value="">{t("regionChoice.all")}</option>
        {statisticalRegions.map((code) => (
          <option key={code} value={code}>
            {regionName(code, locale)}
          </option>
        ))}
      </SelectField>
      <Button type="submit" look="quiet">
        {t("report.show")}
      </Button>
    </form>
  );
}
