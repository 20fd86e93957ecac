import { useTranslations } from "next-intl";
import { AnswersRead } from "@/components/applications/answers-read";
import { DecideForms } from "@/components/oversight/decide-forms";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { speaksFor } from "@/lib/casework/assessment";
import type { OpenCase } from "@/lib/casework/review/queries";
import { whyNot } from "@/lib/casework/why-not";
import { criteriaOf } from "@/lib/criteria/criteria";
import type { Day } from "@/lib/days/days";
import type { FormState } from "@/lib/form";
import type { Term } from "@/lib/terms/term";
import { Comparison } from "./comparison";
import { EarlierRounds } from "./earlier-rounds";
import { Reasons } from "./reasons";
import { RemitForm } from "./remit-form";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type Props = { found: OpenCase; day: Day; labels: Term[]; register: Action; refuse: Action; remit: Action };

/** Everything on which it is decided, and the two forms; the same for a first decision, a reconsideration and an appeal. */
export function DecidePage({ found, day, labels, register, refuse, remit }: Props) {
  const [t, problems] = [useTranslations("casework"), useTranslations("problems")];
  const { state, personId, criteria, application, contested } = found;
  const why = whyNot(state, { kind: "decided", decision: "refuse", reasons: {}, text: "" }, personId);
  if (why) return <p className="mt-8 text-ink-2">{why === "caseNotAtStage" ? t("notNow") : problems(why)}</p>;
  const { result, passed, decisions, assessments } = state;
  const { questions } = criteria.content.form;
  const remits = whyNot(state, { kind: "remitted", to: "assessment", text: "" }, personId) === null;
  const name = (of: string) => found.names.get(of) ?? "";
  const outcome = result && speaksFor(criteriaOf(criteria.content), result) ? "for" : "against";

  return (
    <>
      <div className="mt-6 max-w-[62ch]">
        <Notice tone={passed && outcome === "for" ? "good" : "warn"}>
          {t(`decide.${passed ? outcome : remits ? "failedContested" : "failed"}`)}
        </Notice>
      </div>
      {contested && (
        <Section id="said" title={t("decide.said")}>
          <p className="max-w-[62ch] whitespace-pre-line border-line border-s-4 ps-4 [overflow-wrap:anywhere]">{contested}</p>
        </Section>
      )}
      {decisions.length > 0 && (
        <Section id="before" title={t("decide.before")}>
          <Reasons decisions={decisions} content={criteria.content} />
        </Section>
      )}
      {questions.length > 0 && (
        <Section id="answered" title={t("decide.answered")}>
          <AnswersRead questions={questions} answers={application.content.answers} />
        </Section>
      )}
      {result && (
        <Section id="result" title={t(state.moderatorId ? "stage.moderation" : "stage.assessment")}>
          <Comparison
            content={criteria.content}
            found={[
              ...assessments.map((one) => ({ name: name(one.personId), assessment: one.assessment })),
              ...(state.moderatorId ? [{ name: t("compare.moderator"), assessment: result }] : []),
            ]}
            compared={state.moderatorId ? [] : assessments.map(({ assessment }) => assessment)}
          />
        </Section>
      )}
      <DecideForms
        content={application.content}
        criteria={criteria.content}
        found={result}
        passed={passed}
        day={day}
        labels={labels}
        register={register}
        refuse={refuse}
      />
      {remits && <RemitForm remit={remit} />}
      <EarlierRounds rounds={found.earlier} content={criteria.content} names={found.names} />
    </>
  );
}
