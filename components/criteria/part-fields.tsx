import { useLocale, useTranslations } from "next-intl";
import { AreaField, ChoiceField, TextField, TickField } from "@/components/ui/form-fields";
import { stages } from "@/lib/casework/casework";
import { country } from "@/lib/country/country";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import { capitalised } from "@/lib/i18n/format";
import type { Texts } from "@/lib/texts/texts";
import { languageName } from "@/lib/vocabularies/vocabulary";

/** One part of a draft in every language side by side. */
export function PartFields({ content, part }: { content: CriteriaContent; part: string }) {
  const [t, casework] = [useTranslations("criteria"), useTranslations("casework.stage")];
  if (part === "checks") return <Rows rows={content.checks} />;
  if (part === "general")
    return (
      <>
        <InLanguages name="title" label={t("field.title")} texts={content.title} rows={1} />
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {stages.map((stage) => (
            <TextField
              key={stage}
              name={`days-${stage}`}
              inputMode="numeric"
              label={t("field.days", { stage: casework(stage) })}
              defaultValue={content.days[stage]}
            />
          ))}
        </div>
      </>
    );
  const standard = content.standards.find(({ code }) => code === part);
  return (
    <>
      {!standard && (
        <div className="max-w-48">
          <TextField name="code" label={t("field.code")} />
        </div>
      )}
      <InLanguages name="title" label={t("field.title")} texts={standard?.title ?? {}} rows={1} />
      <Rows rows={standard?.criteria ?? []} criteria />
    </>
  );
}

type Row = { code: string; title: Texts; guidance: Texts; mandatory?: boolean; question?: string };

/** What there is, and room for one more. */
function Rows({ rows, criteria = false }: { rows: Row[]; criteria?: boolean }) {
  const t = useTranslations("criteria.field");
  const all: Row[] = [...rows, { code: "", title: {}, guidance: {} }];

  return all.map(({ code, title, guidance, mandatory, question }, row) => (
    <fieldset key={code} className="grid min-w-0 gap-4 rounded-lg border border-line p-5">
      <legend className="px-2 font-semibold">{code || t("more")}</legend>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <TextField name={`code-${row}`} label={t("code")} defaultValue={code} />
        {criteria && (
          <ChoiceField name={`question-${row}`} label={t("question")} defaultValue={question ?? "scale"}>
            <option value="scale">{t("scale")}</option>
            <option value="yes-no">{t("yes-no")}</option>
          </ChoiceField>
        )}
      </div>
      {criteria && <TickField name={`mandatory-${row}`} label={t("mandatory")} ticked={mandatory ?? false} />}
      <InLanguages name={`title-${row}`} label={t("title")} texts={title} rows={2} />
      <InLanguages name={`guidance-${row}`} label={t("guidance")} texts={guidance} rows={2} />
      {code && <TickField name={`remove-${row}`} label={t("remove")} />}
    </fieldset>
  ));
}

function InLanguages({ name, label, texts, rows }: { name: string; label: string; texts: Texts; rows: number }) {
  const locale = useLocale();
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      {country.languages.map((language) => (
        <AreaField
          key={language}
          name={`${name}.${language}`}
          lang={language}
          rows={rows}
          label={`${label}: ${capitalised(languageName(language, locale))}`}
          defaultValue={texts[language] ?? ""}
        />
      ))}
    </div>
  );
}
