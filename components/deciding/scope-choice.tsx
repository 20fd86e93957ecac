import { useLocale, useTranslations } from "next-intl";
import { broadFields } from "@/components/offerings/fields";
import { OptionsField, TextField } from "@/components/ui/form-fields";
import { labelOf, vocabulary } from "@/lib/vocabularies/vocabulary";
import type { Given } from "./given";

/** Everything, or a part: which one describes below, shown once it is asked for. */
export function ScopeChoice({ given }: { given: Given }) {
  const t = useTranslations("deciding.field");
  return (
    <div className="group grid gap-5">
      <OptionsField
        name="scope"
        label={t("scope")}
        chosen={given.all("scope").length > 0 ? given.all("scope") : ["all"]}
        options={(["all", "some"] as const).map((value) => ({ value, label: t(`scopeIs.${value}`) }))}
      />
      <div className="hidden group-has-[input[value=some]:checked]:block">
        <ScopeParts given={given} offering />
      </div>
    </div>
  );
}

/** Levels, fields and settings, or one offering. What is left empty is not limited. */
export function ScopeParts({ given, offering = false }: { given: Given; offering?: boolean }) {
  const t = useTranslations("deciding.field");
  const locale = useLocale();

  return (
    <fieldset className="grid gap-5 rounded-lg border border-line bg-raised p-5">
      <legend className="px-2 font-semibold">{t("scopeTitle")}</legend>
      <p className="max-w-[62ch] text-ink-2 text-sm">{t("scopeHint")}</p>
      <OptionsField
        many
        name="levels"
        label={t("levels")}
        chosen={given.all("levels")}
        options={["1", "2", "3", "4", "5", "6", "7", "8"].map((level) => ({ value: level, label: t("level", { level }) }))}
        beside="narrow"
      />
      <OptionsField
        many
        name="field"
        label={t("field")}
        chosen={given.all("field")}
        options={broadFields.map((code) => ({ value: code, label: labelOf("fields", code, locale) }))}
        beside="wide"
      />
      <TextField name="fieldCodes" label={t("fieldCodes")} hint={t("fieldCodesHint")} defaultValue={given.one("fieldCodes")} />
      <OptionsField
        many
        name="settings"
        label={t("settings")}
        chosen={given.all("settings")}
        options={vocabulary("settings").map(({ code }) => ({ value: code, label: labelOf("settings", code, locale) }))}
      />
      {offering && <TextField name="offering" label={t("offering")} hint={t("offeringHint")} defaultValue={given.one("offering")} />}
    </fieldset>
  );
}
