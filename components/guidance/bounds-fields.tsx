import { useLocale, useTranslations } from "next-intl";
import { ChoiceField, TextField } from "@/components/ui/form-fields";
import { country } from "@/lib/country/country";
import type { ClientBounds } from "@/lib/plans/steps";
import { labelOf, vocabulary } from "@/lib/vocabularies/vocabulary";

/** What a client can give: hours, money and a first day, and which prices they pay. */
export function BoundsFields({ bounds }: { bounds?: ClientBounds }) {
  const t = useTranslations("clients.bounds");
  const locale = useLocale();

  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        name="hoursPerWeek"
        label={t("hoursPerWeek")}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={bounds?.hoursPerWeek ?? ""}
      />
      <TextField
        name="budget"
        label={t("budget", { currency: country.currency })}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={bounds?.budget ?? ""}
      />
      <TextField name="startsFrom" type="date" label={t("startsFrom")} defaultValue={bounds?.startsFrom ?? ""} />
      <ChoiceField name="learnerGroup" label={t("learnerGroup")} defaultValue={bounds?.learnerGroup ?? "everyone"}>
        {vocabulary("learnerGroups").map(({ code }) => (
          <option key={code} value={code}>
            {labelOf("learnerGroups", code, locale)}
          </option>
        ))}
      </ChoiceField>
    </div>
  );
}
