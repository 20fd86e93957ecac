import { useTranslations } from "next-intl";
import { InLanguages } from "@/components/desk/in-languages";
import { ChoiceField, TextField, TickField } from "@/components/ui/form-fields";
import { stages } from "@/lib/casework/casework";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import type { Texts } from "@/lib/texts/texts";

/** One part of a draft in every language side by side. */
export function PartFields({ content, part }: { content: CriteriaContent; part: string }) {
  const [t, casework] = [useTranslations("criteria"), useTranslations("casework.stage")];
  if (part === "checks") return <Rows rows={content.checks} />;
  if (part === "general")
    return (
      <>
        <InLanguages name="title" label={t("field.title")} rows={1} given={of(content.title)} />
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
      <InLanguages name="title" label={t("field.title")} rows={1} given={of(standard?.title)} />
      <Rows rows={standard?.criteria ?? []} criteria />
    </>
  );
}

const of =
  (texts: Texts = {}) =>
  (language: string) =>
    texts[language] ?? "";

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
      <InLanguages name={`title-${row}`} label={t("title")} rows={2} given={of(title)} />
      <InLanguages name={`guidance-${row}`} label={t("guidance")} rows={2} given={of(guidance)} />
      {code && <TickField name={`remove-${row}`} label={t("remove")} />}
    </fieldset>
  ));
}
