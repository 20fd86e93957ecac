import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { TextField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import type { SynonymPreview } from "@/lib/synonyms/queries";
import { anyLanguage, synonymLanguages } from "@/lib/synonyms/synonym";
import { languageName } from "@/lib/vocabularies/vocabulary";

type Asked = { language: string; words: string; means: string };

/** Which words; sent, it shows what they would find. */
export function SynonymWords({ asked }: { asked: Asked }) {
  const t = useTranslations("vocabularies");
  const locale = useLocale();
  return (
    <form action={address(locale, "oversight/vocabularies/new")} aria-label={t("newTitle")} className="mt-8 grid max-w-2xl gap-5">
      <SelectField id="language" name="language" label={t("language")} defaultValue={asked.language}>
        {synonymLanguages.map((language) => (
          <option key={language} value={language}>
            {language === anyLanguage ? t("anyLanguage") : languageName(language, locale)}
          </option>
        ))}
      </SelectField>
      <WordsField name="words" label={t("words")} hint={t("wordsHint")} value={asked.words} />
      <WordsField name="means" label={t("means")} hint={t("meansHint")} value={asked.means} />
      <Button type="submit" look="quiet" className="justify-self-start">
        {t("preview")}
      </Button>
    </form>
  );
}

function WordsField({ name, label, hint, value }: { name: string; label: string; hint: string; value: string }) {
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <p id={`${name}-hint`} className="mb-1.5 max-w-[62ch] text-ink-2 text-sm">
        {hint}
      </p>
      <textarea
        id={name}
        name={name}
        rows={3}
        maxLength={2000}
        defaultValue={value}
        aria-describedby={`${name}-hint`}
        className="min-h-11 w-full rounded-md border-[1.5px] border-line-strong bg-raised px-3 py-1.5"
      />
    </div>
  );
}

/** What each word finds by itself, and what asking by the first would find with the others. */
export function SynonymFinds({ preview, children }: { preview: SynonymPreview; children: ReactNode }) {
  const t = useTranslations("vocabularies");
  const locale = useLocale();
  return (
    <section aria-labelledby="finds" className="mt-10 max-w-2xl">
      <h2 id="finds" className="text-2xl">
        {t("finds")}
      </h2>
      <table className="mt-3 w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("column.words")}</th>
            <th scope="col">{t("found")}</th>
          </tr>
        </thead>
        <tbody>
          {preview.words.map(({ word, found }) => (
            <tr key={word} className="border-line border-b">
              <th scope="row" className="py-2 text-start font-normal [overflow-wrap:anywhere]">
                {word}
              </th>
              <td className="py-2 text-end tabular-nums">{formatNumber(found, locale)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="py-2 text-start font-semibold">
              {t("together", { word: preview.words[0]?.word ?? "" })}
            </th>
            <td className="py-2 text-end font-semibold tabular-nums">{formatNumber(preview.together, locale)}</td>
          </tr>
        </tbody>
      </table>
      {children}
    </section>
  );
}

/** From when on; the words stand above. */
export function SynonymSave({ action, asked }: { action: ComponentProps<typeof ActionForm>["action"]; asked: Asked }) {
  const [t, desk] = [useTranslations("vocabularies"), useTranslations("desk")];
  return (
    <ActionForm action={action} problemsTitle={desk("problems")} label={t("save")} className="mt-6 grid gap-4">
      {(["language", "words", "means"] as const).map((name) => (
        <HiddenField key={name} name={name} value={asked[name]} />
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="from" type="date" label={t("fromDay")} defaultValue={today()} />
        <TextField name="until" type="date" label={t("untilDay")} hint={t("untilHint")} />
      </div>
      <Button type="submit" className="justify-self-start">
        {t("save")}
      </Button>
    </ActionForm>
  );
}
