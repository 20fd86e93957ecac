import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { ChoiceField, TextField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { partOfCode } from "@/lib/terms/input";
import type { History, TermKind } from "@/lib/terms/term";
import { plainText } from "@/lib/texts/texts";
import { languageName } from "@/lib/vocabularies/vocabulary";
import { termTitle } from "./term-title";

type TermAction = ComponentProps<typeof ActionForm>["action"];
export type TermActions = { rename: TermAction; end: TermAction; resume: TermAction };

/** A name in each language of the country. */
function NameFields({ prefix = "", names = {} }: { prefix?: string; names?: Record<string, string> }) {
  const t = useTranslations("vocabularies.terms");
  const locale = useLocale();
  return country.languages.map((language) => (
    <TextField
      key={language}
      name={`${prefix}names.${language}`}
      lang={language}
      label={t("nameIn", { language: languageName(language, locale) })}
      defaultValue={names[language] ?? ""}
      maxLength={200}
    />
  ));
}

/** What can be done with one term: call it otherwise, or end it, each from a day on; once it has ended, start it again. */
export function TermChange({ history, rename, end, resume }: { history: History } & TermActions) {
  const [t, desk] = [useTranslations("vocabularies.terms"), useTranslations("desk")];
  const locale = useLocale();
  const last = history.at(-1) ?? history[0];
  const name = termTitle(last, locale);
  const part = `${partOfCode(last.code)}.`;
  const problemsTitle = desk("problems");
  const quiet = (text: string) => (
    <Button type="submit" look="quiet" className="justify-self-start">
      {text}
    </Button>
  );
  if (last.until !== null && last.until <= today())
    return (
      <Change summary={t("resume")} name={name}>
        <ActionForm action={resume} problemsTitle={problemsTitle} label={`${t("resume")} ${name}`} className="grid gap-3">
          <TextField name={`${part}from`} type="date" label={t("resumeFrom")} hint={t("resumeHint")} defaultValue={today()} />
          {quiet(t("resume"))}
        </ActionForm>
      </Change>
    );
  return (
    <Change summary={t("change")} name={name}>
      <ActionForm action={rename} problemsTitle={problemsTitle} label={`${t("rename")} ${name}`} className="grid gap-3">
        <NameFields prefix={part} names={last.names} />
        <TextField
          name={`${part}from`}
          type="date"
          label={t("renameFrom")}
          defaultValue={last.from && last.from > today() ? last.from : today()}
        />
        {quiet(t("saveName"))}
      </ActionForm>
      <ActionForm action={end} problemsTitle={problemsTitle} label={`${t("end")} ${name}`} className="grid gap-3 border-line border-t pt-4">
        <TextField name={`${part}until`} type="date" label={t("endOn")} hint={t("endHint")} defaultValue={last.until ?? ""} />
        {quiet(t("end"))}
      </ActionForm>
    </Change>
  );
}

function Change({ summary, name, children }: { summary: string; name: string; children: ReactNode }) {
  return (
    <Details
      summary={
        <>
          {summary} <span className="sr-only">{name}</span>
        </>
      }
    >
      <div className="mt-2 grid min-w-0 gap-6 sm:w-72">{children}</div>
    </Details>
  );
}

/** A new level or label, from a day on. */
export function NewTerm({ kind, action }: { kind: TermKind; action: TermAction }) {
  const [t, desk] = [useTranslations("vocabularies.terms"), useTranslations("desk")];
  const texts = kind === "level" ? ("levels" as const) : ("labels" as const);
  return (
    <Section id="new" title={t(`${texts}.add`)}>
      <p className="mb-5 max-w-[68ch] text-ink-2">{t(`${texts}.addText`)}</p>
      <ActionForm action={action} problemsTitle={desk("problems")} label={t(`${texts}.add`)} className="grid max-w-2xl gap-5">
        {kind === "level" && <Framework />}
        <TextField name="code" label={t("code")} hint={t("codeHint")} maxLength={kind === "level" ? 20 : 60} />
        <div className="grid gap-4 sm:grid-cols-2">
          <NameFields />
        </div>
        {kind === "label" && (
          <>
            <TextField name="givenBy" label={t("givenBy")} maxLength={200} />
            <TextField name="url" type="url" label={t("url")} maxLength={2000} />
          </>
        )}
        <div className="max-w-56">
          <TextField name="from" type="date" label={t("from")} defaultValue={today()} />
        </div>
        <Button type="submit" className="justify-self-start">
          {t("save")}
        </Button>
      </ActionForm>
    </Section>
  );
}

function Framework() {
  const t = useTranslations("vocabularies.terms");
  const locale = useLocale();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <ChoiceField name="framework" label={t("framework")} defaultValue="">
        <option value="">{t("choose")}</option>
        {country.frameworks.map(({ code, name }) => (
          <option key={code} value={code}>
            {plainText(name, locale)}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField name="eqf" label={t("eqfLabel")} defaultValue="">
        <option value="">{t("choose")}</option>
        {[1, 2, 3, 4, 5, 6, 7, 8].map((level) => (
          <option key={level} value={level}>
            {t("eqf", { level })}
          </option>
        ))}
      </ChoiceField>
    </div>
  );
}
