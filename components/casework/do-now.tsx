import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { type Actor, mayAtAll } from "@/lib/auth/permissions";
import type { Act, CaseState } from "@/lib/casework/casework";
import type { Assessor } from "@/lib/casework/guests/queries";
import type { OpenCase } from "@/lib/casework/review/queries";
import { whyNot } from "@/lib/casework/why-not";
import type { FormState } from "@/lib/form";
import { AssignForm } from "./assign-form";
import { GatewayForm } from "./gateway-form";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type Forms = { check: Action; assign: Action; take: () => Promise<void> };
type Props = { found: OpenCase; actor: Actor; assessors: Assessor[]; forms: Forms; base: string };

const nothing = { answers: {}, levels: [], fields: [] };
const refusing: Act = { kind: "decided", decision: "refuse", reasons: {}, text: "" };

/** What whoever looks can do in the case at its stage. What nobody of their role does is not offered. */
export function DoNow({ found, actor, assessors, forms, base }: Props) {
  const t = useTranslations("casework.now");
  const { state, personId, criteria, names } = found;
  if (state.stage === "closed") return null;
  const can = (act: Act) => whyNot(state, act, personId) === null;
  const checks = mayAtAll(actor, "case.check");
  const links = linksFor(state, actor, can).map(([name, path]) => (
    <ButtonLink key={name} href={`${base}/${path}`} look={name === "assessments" ? "quiet" : "main"}>
      {t(name)}
    </ButtonLink>
  ));
  const isFree = checks && state.officerId !== personId && can({ kind: "taken" });

  return (
    <>
      <Section id="now" title={t("title")}>
        {state.officerId && <p className="mb-4">{t("held", { name: names.get(state.officerId) ?? "" })}</p>}
        <div className="flex flex-wrap gap-3">
          {links}
          {isFree && (
            <form action={forms.take}>
              <Button type="submit" look="quiet">
                {t("take")}
              </Button>
            </form>
          )}
        </div>
        {links.length === 0 && !checks && <p className="text-ink-2">{t("nothing")}</p>}
      </Section>
      {checks && formFor(found, can, assessors, forms, criteria.content)}
    </>
  );
}

type LinkName = "assess" | "assessments" | "moderate" | "decide" | "hear";

function linksFor(state: CaseState, actor: Actor, can: (act: Act) => boolean): [LinkName, string][] {
  const decides = mayAtAll(actor, "application.decide") && can(refusing);
  const all: [boolean, LinkName, string][] = [
    [mayAtAll(actor, "case.assess") && can({ kind: "assessed", assessment: nothing }), "assess", "assessment"],
    [mayAtAll(actor, "case.moderate") && can({ kind: "moderated", assessment: nothing }), "moderate", "moderation"],
    [decides && state.stage !== "hearing", "decide", "decision"],
    [decides && state.stage === "hearing", "hear", "decision"],
    [state.assessments.length > 0, "assessments", "assessment"],
  ];
  return all.flatMap(([is, name, path]) => (is ? [[name, path]] : []));
}

function formFor(
  { state }: OpenCase,
  can: (act: Act) => boolean,
  assessors: Assessor[],
  forms: Forms,
  content: OpenCase["criteria"]["content"],
): ReactNode {
  if (can({ kind: "checked", passed: true, checks: [] })) return <GatewayForm content={content} check={forms.check} />;
  const isAssigning = state.stage === "assessment" && !state.stoppedSince && state.assessments.length < 2;
  return isAssigning ? <AssignForm assessors={assessors} chosen={state.assessors} assign={forms.assign} /> : null;
}
