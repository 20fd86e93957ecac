import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { InputField, SelectField } from "@/components/ui/field";
import { address } from "@/lib/i18n/address";
import type { ProviderFilter as Filter } from "@/lib/providers/filter";
import { vocabulary } from "@/lib/vocabularies/vocabulary";

/** A GET form: the address is the whole state. */
export function ProviderFilter({ filter }: { filter: Filter }) {
  const t = useTranslations("provider.list");
  const locale = useLocale();

  return (
    <search className="print:hidden">
      <form action={address(locale, "providers")} className="grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
        <InputField id="q" name="q" type="search" label={t("search")} defaultValue={filter.q} maxLength={200} />
        <SelectField id="type" name="type" label={t("type")} defaultValue={filter.type ?? ""}>
          <option value="">{t("anyType")}</option>
          {vocabulary("providerTypes").map(({ code, labels }) => (
            <option key={code} value={code}>
              {labels[locale as "en"]}
            </option>
          ))}
        </SelectField>
        <Button type="submit">{t("submit")}</Button>
      </form>
    </search>
  );
}
