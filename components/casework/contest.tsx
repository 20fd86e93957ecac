import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { type CaseState, stageOn } from "@/lib/casework/casework";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import type { Day } from "@/lib/days/days";
import type { FormState } from "@/lib/form";
import { formatDay } from "@/lib/i18n/format";
import { Reasons } from "./reasons";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type Props = { state: CaseState; criteria: { content: CriteriaContent }; day: Day; represent: Action; appeal: Action };

/** For the applicant: what was decided and why, and what they can hold against it, within its days. */
export function Contest({ state, criteria, day, represent, appeal }: Props) {
  const [t, desk] = [useTranslations("casework.own"), useTranslations("desk")];
  const locale = useLocale();
  const stage = stageOn(state, day);
  const way = stage === "representation" ? "represent" : stage === "appeal" ? "appeal" : null;
  const until = formatDay(state.path.at(-1)?.dueOn ?? day, locale, "long");

  return (
    <>
      {state.decisions.length > 0 && (
        <Section id="reasons" title={t("reasons")}>
          <Reasons decisions={state.decisions} content={criteria.content} />
        </Section>
      )}
      {way && (
        <Section id="contest" title={t(`${way}.title`)}>
          <p className="mb-4 max-w-[62ch]">{t(`${way}.text`, { day: until })}</p>
          <ActionForm action={way === "represent" ? represent : appeal} problemsTitle={desk("problems")} className="grid max-w-xl gap-4">
            <AreaField name="text" label={t(`${way}.label`)} rows={5} />
            <Button type="submit" className="justify-self-start">
              {t(`${way}.button`)}
            </Button>
          </ActionForm>
        </Section>
      )}
    </>
  );
}
