import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { InputField, SelectField } from "@/components/ui/field";
import { address } from "@/lib/i18n/address";
import { flagKinds } from "@/lib/monitoring/flags";
import { type MonitoringQuery, monitoringFilters } from "@/lib/monitoring/input";

export function MonitoringFilters({ query }: { query: MonitoringQuery }) {
  const t = useTranslations("monitoring");
  return (
    <search className="mt-7 block">
      <form action={address(useLocale(), "oversight/monitoring")} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1.5fr_1.5fr_auto]">
        <InputField id="q" name="q" type="search" label={t("q")} defaultValue={query.q} />
        <SelectField id="what" name="what" label={t("what")} defaultValue={query.what}>
          {monitoringFilters.map((what) => (
            <option key={what} value={what}>
              {t(`is.${what}`)}
            </option>
          ))}
        </SelectField>
        <SelectField id="flag" name="flag" label={t("flagFilter")} defaultValue={query.flag}>
          <option value="">{t("anyFlag")}</option>
          {flagKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`flag.${kind}`)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="quiet" className="self-end">
          {t("apply")}
        </Button>
      </form>
    </search>
  );
}
