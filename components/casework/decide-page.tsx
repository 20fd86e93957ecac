import { useTranslations } from "next-intl";
import { DecideForms } from "@/components/oversight/decide-forms";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { speaksFor } from "@/lib/casework/assessment";
import { whyNot } from "@/lib/casework/casework";
import type { OpenCase } from "@/lib/casework/review/queries";
import { criteriaOf } from "@/lib/criteria/criteria";
import type { Day } from "@/lib/days/days";
import type { FormState } from "@/lib/form";
import { Comparison } from "./comparison";
import { Reasons } from "./reasons";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type Props = { found: OpenCase; day: Day; register: Action; refuse: Action };

/** Everything on which it is decided, and the two forms; the same for a first decision, a reconsideration and an appeal. */
export function DecidePage({ found, day, register, refuse }: Props) {
  const [t, problems] = [useTranslations("casework"), useTranslations("problems")];
  const { state, personId, criteria, application, acts } = found;
  const why = whyNot(state, { kind: "decided", decision: "refuse", reasons: {}, text: "" }, personId, day);
  if (why) return <p className="mt-8 text-ink-2">{why === "caseNotAtStage" ? t("notNow") : problems(why)}</p>;
  const { result, passed, decisions } = state;
  const said = acts.findLast((act) => act.kind === "represented" || act.kind === "appealed");
  const outcome = result && speaksFor(criteriaOf(criteria.content), result) ? "for" : "against";

  return (
    <>
      <div className="mt-6 max-w-[62ch]">
        <Notice>{t(`decide.${passed ? outcome : "failed"}`)}</Notice>
      </div>
      {said && "text" in said && (
        <Section id="said" title={t("decide.said")}>
          <p className="max-w-[62ch] whitespace-pre-line border-line border-s-4 ps-4 [overflow-wrap:anywhere]">{said.text}</p>
        </Section>
      )}
      {decisions.length > 0 && (
        <Section id="before" title={t("decide.before")}>
          <Reasons decisions={decisions} content={criteria.content} />
        </Section>
      )}
      {result && (
        <Section id="result" title={t(state.moderatorId ? "stage.moderation" : "stage.assessment")}>
          <Comparison
            content={criteria.content}
            found={[{ name: t(state.moderatorId ? "compare.moderator" : "outcome.agree"), assessment: result }]}
            compared={[]}
          />
        </Section>
      )}
      <DecideForms
        content={application.content}
        criteria={criteria.content}
        found={result}
        passed={passed}
        day={day}
        register={register}
        refuse={refuse}
      />
    </>
  );
}
