import { useTranslations } from "next-intl";
import { AreaField, OptionsField, TextField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import type { AuditStandard } from "@/db/schema";
import { type AuditState, inForce } from "@/lib/audits/audit";
import type { FindingWords } from "@/lib/audits/findings/queries";
import { StandardName } from "./finding-list";
import { type Action, FormPart } from "./form-part";

/** What the authority asked for. */
export function AskedFor({ items }: { items: string[] }) {
  const t = useTranslations("audits.own");
  if (items.length === 0) return null;
  return (
    <Section id="asked" title={t("asked")}>
      <ol className="max-w-[68ch] list-decimal space-y-1 ps-6">
        {[...new Set(items)].map((item) => (
          <li key={item} className="[overflow-wrap:anywhere]">
            {item}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Hands in what was asked for. Files are added before. */
export function HandIn({ action }: { action: Action }) {
  const t = useTranslations("audits.own");
  return (
    <FormPart title={t("handIn.title")} text={t("handIn.text")} action={action} button={t("handIn.button")}>
      <AreaField name="handIn.text" rows={5} label={t("handIn.label")} hint={t("optional")} />
    </FormPart>
  );
}

type AnswerProps = { state: AuditState; words: FindingWords[]; standards: AuditStandard[]; action: Action };

/** An answer to every finding, sent once. */
export function AnswerForm({ state, words, standards, action }: AnswerProps) {
  const t = useTranslations("audits.own");
  return (
    <Section id="answer" title={t("answer.title")}>
      <FormPart title={t("answer.heading")} text={t("answer.text")} action={action} button={t("answer.button")}>
        {inForce(state).map(({ number, revision, standard }) => (
          <div key={number} className="grid gap-3 border-line border-t pt-4">
            <OptionsField
              name={`answer-${number}`}
              label={
                <>
                  {t("answer.finding", { number })} <StandardName standard={standard} standards={standards} />
                </>
              }
              hint={words.find((one) => one.number === number && one.revision === revision)?.text}
              options={(["accept", "contest"] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
              chosen={[]}
            />
            <AreaField name={`text-${number}`} rows={3} label={t("answer.why", { number })} />
          </div>
        ))}
      </FormPart>
    </Section>
  );
}

/** Says that a corrective action is done. */
export function StateForm({ of, action, withVersion }: { of: number; action: Action; withVersion: boolean }) {
  const t = useTranslations("audits.own.state");
  return (
    <div className="mt-4">
      <FormPart title={t("title")} text={t("explained")} action={action} button={t("button")}>
        <AreaField name={`state-${of}.text`} rows={4} label={t("label")} />
        {withVersion && (
          <div className="max-w-56">
            <TextField name={`state-${of}.version`} inputMode="numeric" label={t("version")} hint={t("versionHint")} />
          </div>
        )}
      </FormPart>
    </div>
  );
}
