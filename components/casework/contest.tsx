import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { appealableUntil, type CaseState } from "@/lib/casework/casework";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import { type Day, daysBetween } from "@/lib/days/days";
import type { FormState } from "@/lib/form";
import { formatDay } from "@/lib/i18n/format";
import { Reasons } from "./reasons";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type Props = { state: CaseState; criteria: { content: CriteriaContent }; day: Day; represent: Action; appeal: Action };

/** For the applicant: what was decided and why, and what they can hold against it, each until when. */
export function Contest({ state, criteria, day, represent, appeal }: Props) {
  const t = useTranslations("casework.own");
  const locale = useLocale();
  const last = state.path.at(-1);
  const until = appealableUntil(state, criteria.content.days);

  return (
    <>
      {state.decisions.length > 0 && (
        <Section id="reasons" title={t("reasons")}>
          <Reasons decisions={state.decisions} content={criteria.content} />
        </Section>
      )}
      {state.stage === "representation" && last && (
        <Section id="represent" title={t("represent.title")}>
          <Until text={(shown) => t("represent.text", { day: shown })} until={last.dueOn} day={day} />
          <ContestForm way="represent" field="text" look="main" action={represent} />
        </Section>
      )}
      {until && (
        <Section id="appeal" title={t("appeal.title")}>
          <Until
            text={(shown) => t(state.stage === "representation" ? "appeal.atOnce" : "appeal.text", { day: shown })}
            until={until}
            day={day}
          />
          <ContestForm way="appeal" field="grounds" look={state.stage === "appeal" ? "main" : "quiet"} action={appeal} />
        </Section>
      )}
      {last?.outcome === "unused" && state.stage === "closed" && (
        <p className="mt-6 max-w-[62ch] text-ink-2">{t("over", { day: formatDay(last.dueOn, locale, "long") })}</p>
      )}
    </>
  );
}

function Until({ text, until, day }: { text: (shown: string) => string; until: Day; day: Day }) {
  const t = useTranslations("casework.own");
  const locale = useLocale();
  return (
    <p className="mb-4 max-w-[62ch]">
      {text(formatDay(until, locale, "long"))} <strong>{t("left", { count: daysBetween(day, until) })}</strong>
    </p>
  );
}

type FormProps = { way: "represent" | "appeal"; field: string; look: "main" | "quiet"; action: Action };

function ContestForm({ way, field, look, action }: FormProps) {
  const [t, desk] = [useTranslations("casework.own"), useTranslations("desk")];
  return (
    <ActionForm action={action} problemsTitle={desk("problems")} className="grid max-w-xl gap-4">
      <AreaField name={field} label={t(`${way}.label`)} rows={5} />
      <Button type="submit" look={look} className="justify-self-start">
        {t(`${way}.button`)}
      </Button>
    </ActionForm>
  );
}
