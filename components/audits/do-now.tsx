import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { AreaField, ChoiceField, TextField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { type AuditState, inForce, unsettled } from "@/lib/audits/audit";
import type { AuditorOption } from "@/lib/audits/queue/queries";
import { addDays, type Day } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { type Action, FoldedPart, FormPart } from "./form-part";

type DoActions = Record<"assign" | "announce" | "ask" | "extend" | "proceed" | "send" | "finalise" | "close" | "end", Action>;

type Props = { state: AuditState; day: Day; path: string; auditors: AuditorOption[]; actions: DoActions };

/** What an auditor can do at the step where the audit is. */
export function DoNow(props: Props) {
  const t = useTranslations("audits.do");
  const { state, auditors, actions } = props;
  return (
    <Section id="now" title={t("title")}>
      <div className="grid gap-4">
        {state.auditorId === null && <Assign auditors={auditors} chosen="" action={actions.assign} />}
        <AtStage {...props} />
        {state.auditorId !== null && <FoldedAssign auditors={auditors} chosen={state.auditorId} action={actions.assign} />}
        <FoldedPart title={t("end.title")} text={t("end.text")} action={actions.end} button={t("end.button")} look="quiet">
          <AreaField name="end.reason" rows={3} label={t("reason")} />
        </FoldedPart>
      </div>
    </Section>
  );
}

type AssignProps = { auditors: AuditorOption[]; chosen: string; action: Action };

function AuditorField({ auditors, chosen }: Pick<AssignProps, "auditors" | "chosen">) {
  const t = useTranslations("audits.do.assign");
  return (
    <ChoiceField name="assign.auditor" label={t("label")} defaultValue={chosen}>
      <option value="">{t("none")}</option>
      {auditors.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </ChoiceField>
  );
}

function Assign({ action, ...rest }: AssignProps) {
  const t = useTranslations("audits.do.assign");
  return (
    <FormPart title={t("title")} action={action} button={t("button")} look="quiet">
      <AuditorField {...rest} />
    </FormPart>
  );
}

function FoldedAssign({ action, ...rest }: AssignProps) {
  const t = useTranslations("audits.do.assign");
  return (
    <FoldedPart title={t("another")} action={action} button={t("button")} look="quiet">
      <AuditorField {...rest} />
    </FoldedPart>
  );
}

function DueField({ part, value }: { part: string; value: Day }) {
  const t = useTranslations("audits.do");
  return (
    <div className="max-w-56">
      <TextField name={`${part}.dueOn`} type="date" label={t("dueOn")} defaultValue={value} />
    </div>
  );
}

function AtStage({ state, day, path, actions }: Props) {
  const t = useTranslations("audits.do");
  const locale = useLocale();
  const isOver = (state.path.at(-1)?.dueOn ?? day) < day;
  const ask = (
    <>
      <AreaField name="ask.items" rows={4} label={t("ask.items")} hint={t("ask.hint")} />
      <DueField part="ask" value={addDays(day, 21)} />
    </>
  );
  const proceed = (
    <FoldedPart title={t("proceed.title")} text={t("proceed.text")} action={actions.proceed} button={t("proceed.button")} look="quiet">
      <AreaField name="proceed.reason" rows={3} label={t("reason")} />
    </FoldedPart>
  );
  switch (state.stage) {
    case "opened":
      return (
        <FormPart title={t("announce.title")} text={t("announce.text")} action={actions.announce} button={t("announce.button")}>
          <AreaField name="announce.text" rows={5} label={t("announce.label")} />
        </FormPart>
      );
    case "announced":
      return (
        <>
          <FormPart title={t("ask.title")} text={t("ask.text")} action={actions.ask} button={t("ask.button")}>
            {ask}
          </FormPart>
          {proceed}
        </>
      );
    case "asked":
      return (
        <>
          {isOver && proceed}
          <Extend state={state} day={day} action={actions.extend} />
        </>
      );
    case "examined":
      return (
        <>
          <p>
            <ButtonLink href={address(locale, `${path}/finding`)}>{t("find")}</ButtonLink>
          </p>
          {inForce(state).length > 0 && (
            <FormPart title={t("send.title")} text={t("send.text")} action={actions.send} button={t("send.button")}>
              <DueField part="send" value={addDays(day, 21)} />
            </FormPart>
          )}
          <FoldedPart title={t("ask.again")} text={t("ask.text")} action={actions.ask} button={t("ask.button")} look="quiet">
            {ask}
          </FoldedPart>
        </>
      );
    case "sent":
      return (
        <>
          {isOver && (
            <FormPart title={t("finalise.title")} text={t("finalise.unanswered")} action={actions.finalise} button={t("finalise.button")} />
          )}
          <Extend state={state} day={day} action={actions.extend} />
        </>
      );
    case "answered": {
      const left = unsettled(state).length;
      if (left > 0) return <p className="max-w-[62ch]">{t("settleFirst", { count: left })}</p>;
      return <FormPart title={t("finalise.title")} text={t("finalise.text")} action={actions.finalise} button={t("finalise.button")} />;
    }
    case "final":
      return <FormPart title={t("close.title")} text={t("close.text")} action={actions.close} button={t("close.button")} look="quiet" />;
    default:
      return null;
  }
}

function Extend({ state, day, action }: { state: AuditState; day: Day; action: Action }) {
  const t = useTranslations("audits.do");
  const due = state.path.at(-1)?.dueOn ?? day;
  return (
    <FoldedPart title={t("extend.title")} action={action} button={t("extend.button")} look="quiet">
      <DueField part="extend" value={addDays(due < day ? day : due, 14)} />
      <AreaField name="extend.reason" rows={2} label={t("reason")} />
    </FoldedPart>
  );
}
