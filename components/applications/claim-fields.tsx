import { useLocale, useTranslations } from "next-intl";
import { ChoiceField, TextField } from "@/components/ui/form-fields";
import type { ApplicationContent } from "@/lib/applications/content";
import { labelOf, vocabulary } from "@/lib/vocabularies/vocabulary";

/** The standards that are claimed, and room for one more: an empty row is left out, and an emptied one is taken away. */
export function ClaimFields({ content, saved }: { content: ApplicationContent; saved: Record<string, string> }) {
  const t = useTranslations("application.field");
  const locale = useLocale();

  return Array.from({ length: content.quality.length + 1 }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number; nothing moves between rows
    <fieldset key={row} className="grid gap-4 rounded-lg border border-line bg-raised p-5">
      <legend className="float-start w-full font-semibold">
        {t(row < content.quality.length ? "claim" : "newClaim", { number: row + 1 })}
      </legend>
      <ChoiceField name={`standard-${row}`} label={t("standard")} defaultValue={saved[`standard-${row}`]}>
        <option value="">{t("none")}</option>
        {vocabulary("qualityStandards").map(({ code }) => (
          <option key={code} value={code}>
            {labelOf("qualityStandards", code, locale)}
          </option>
        ))}
      </ChoiceField>
      <TextField name={`label-${row}`} label={t("label")} hint={t("labelHint")} defaultValue={saved[`label-${row}`]} />
      <TextField name={`body-${row}`} label={t("body")} hint={t("bodyHint")} defaultValue={saved[`body-${row}`]} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField name={`from-${row}`} type="date" label={t("from")} defaultValue={saved[`from-${row}`]} />
        <TextField name={`until-${row}`} type="date" label={t("until")} hint={t("untilHint")} defaultValue={saved[`until-${row}`]} />
      </div>
    </fieldset>
  ));
}
