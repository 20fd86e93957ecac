import { useLocale, useTranslations } from "next-intl";
import { StandardOptions } from "@/components/deciding/standard-options";
import { broadFields } from "@/components/offerings/fields";
import { ChoiceField, OptionsField, TextField } from "@/components/ui/form-fields";
import type { Claim } from "@/lib/applications/content";
import type { Term } from "@/lib/terms/term";
import { labelOf, type VocabularyName, vocabulary } from "@/lib/vocabularies/vocabulary";

type Props = { claim: Claim | undefined; levels: number[]; fields: string[]; labels: Term[] };

/** For what an accreditation holds and how long: shown once the box above it is ticked, filled with what was assessed and claimed. */
export function ScopeFields({ claim, levels, fields, labels }: Props) {
  const t = useTranslations("oversight.scope");
  const locale = useLocale();
  const choices = (list: VocabularyName) =>
    vocabulary(list).map(({ code }) => (
      <option key={code} value={code}>
        {labelOf(list, code, locale)}
      </option>
    ));

  return (
    <fieldset className="hidden gap-5 rounded-lg border border-line bg-raised p-5 group-has-[#accredit:checked]:grid">
      <legend className="px-2 font-semibold">{t("title")}</legend>
      <input type="hidden" name="language" value={locale} />
      <ChoiceField name="standard" label={t("standard")} defaultValue={claim?.standard}>
        <StandardOptions labels={labels} />
      </ChoiceField>
      <TextField name="label" label={t("label")} hint={t("labelHint")} defaultValue={claim?.label} />
      <ChoiceField name="type" label={t("type")} defaultValue="institutional-quality-assurance">
        {choices("accreditationTypes")}
      </ChoiceField>
      <OptionsField
        many
        name="levels"
        label={t("levels")}
        chosen={levels.map(String)}
        options={["1", "2", "3", "4", "5", "6", "7", "8"].map((level) => ({ value: level, label: t("level", { level }) }))}
        beside="narrow"
      />
      <OptionsField
        name="fields"
        label={t("fields")}
        chosen={[fields.length > 0 ? "some" : "all"]}
        options={(["all", "some"] as const).map((value) => ({ value, label: t(value) }))}
      />
      <OptionsField
        many
        name="field"
        label={t("someFields")}
        chosen={fields}
        options={broadFields.map((code) => ({ value: code, label: labelOf("fields", code, locale) }))}
        beside="wide"
      />
      <OptionsField
        name="end"
        label={t("end")}
        chosen={[claim?.until ? "until" : ""]}
        options={(["until", "open"] as const).map((value) => ({ value, label: t(`endIs.${value}`) }))}
      />
      <TextField name="until" type="date" label={t("until")} hint={t("untilHint")} defaultValue={claim?.until ?? ""} />
    </fieldset>
  );
}
