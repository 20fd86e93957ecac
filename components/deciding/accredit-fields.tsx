import { useLocale, useTranslations } from "next-intl";
import { ChoiceField, TextField } from "@/components/ui/form-fields";
import type { DecideChoices } from "@/lib/decisions/choices/queries";
import { plainText, type Texts } from "@/lib/texts/texts";
import { labelOf, type VocabularyName, vocabulary } from "@/lib/vocabularies/vocabulary";
import type { Given } from "./given";
import { ScopeParts } from "./scope-choice";
import { StandardOptions } from "./standard-options";

type Props = Pick<DecideChoices, "bodies" | "labels"> & { given: Given; authority: Texts };

/** By which standard, by whom and for what a provider is accredited. */
export function AccreditFields({ given, bodies, labels, authority }: Props) {
  const t = useTranslations("deciding.field");
  const locale = useLocale();
  const options = (list: VocabularyName) =>
    vocabulary(list).map(({ code }) => (
      <option key={code} value={code}>
        {labelOf(list, code, locale)}
      </option>
    ));

  return (
    <>
      <ChoiceField name="standard" label={t("standard")} defaultValue={given.one("standard")}>
        <option value="">{t("choose")}</option>
        <StandardOptions labels={labels} />
      </ChoiceField>
      <TextField name="label" label={t("label")} hint={t("labelHint")} defaultValue={given.one("label")} />
      <ChoiceField name="type" label={t("type")} defaultValue={given.one("type") || "institutional-quality-assurance"}>
        {options("accreditationTypes")}
      </ChoiceField>
      <ChoiceField name="body" label={t("body")} defaultValue={given.one("body")}>
        <option value="">{t("own", { authority: plainText(authority, locale) })}</option>
        {bodies.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {plainText(name, locale)}
          </option>
        ))}
      </ChoiceField>
      <TextField name="report" type="url" label={t("report")} hint={t("optional")} defaultValue={given.one("report")} />
      <ScopeParts given={given} offering />
    </>
  );
}
