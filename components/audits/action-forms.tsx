import { useTranslations } from "next-intl";
import { AreaField, ChoiceField, OptionsField, TextField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";
import { type AuditState, inForce } from "@/lib/audits/audit";
import { isNonConform } from "@/lib/audits/result";
import { addDays, type Day } from "@/lib/days/days";
import { type Action, FoldedPart, FormPart } from "./form-part";

/** States what must be done about a finding that is not conform. */
export function DemandForm({ state, day, action }: { state: AuditState; day: Day; action: Action }) {
  const t = useTranslations("audits.demand");
  const wrong = inForce(state).filter(({ grade }) => isNonConform(grade));
  if (wrong.length === 0) return null;
  return (
    <div className="mt-6">
      <FormPart title={t("title")} text={t("text")} action={action} button={t("button")}>
        <HiddenField name="demand.action" value={state.actions.length + 1} />
        <ChoiceField name="demand.finding" label={t("finding")} defaultValue={String(wrong[0]?.number)}>
          {wrong.map(({ number, standard }) => (
            <option key={number} value={number}>
              {t("of", { number, standard: standard.replace("annex-", "") })}
            </option>
          ))}
        </ChoiceField>
        <AreaField name="demand.what" rows={4} label={t("what")} />
        <div className="max-w-56">
          <TextField name="demand.dueOn" type="date" label={t("dueOn")} defaultValue={addDays(day, 60)} />
        </div>
      </FormPart>
    </div>
  );
}

/** More time for what is open. */
export function ProlongForm({ of, dueOn, day, action }: { of: number; dueOn: Day; day: Day; action: Action }) {
  const t = useTranslations("audits.prolong");
  return (
    <FoldedPart title={t("title")} action={action} button={t("button")} look="quiet">
      <div className="max-w-56">
        <TextField name={`prolong-${of}.dueOn`} type="date" label={t("dueOn")} defaultValue={addDays(dueOn < day ? day : dueOn, 30)} />
      </div>
      <AreaField name={`prolong-${of}.reason`} rows={2} label={t("reason")} />
    </FoldedPart>
  );
}

/** What the provider stated done is accepted, or sent back with what is missing. */
export function ReviewForm({ of, day, action }: { of: number; day: Day; action: Action }) {
  const t = useTranslations("audits.review");
  return (
    <div className="mt-4">
      <FormPart title={t("title")} action={action} button={t("button")}>
        <OptionsField
          name={`review-${of}.how`}
          label={t("how")}
          options={(["accepted", "returned"] as const).map((value) => ({ value, label: t(value) }))}
          chosen={[]}
        />
        <AreaField name={`review-${of}.reason`} rows={3} label={t("reason")} />
        <div className="max-w-56">
          <TextField name={`review-${of}.dueOn`} type="date" label={t("dueOn")} defaultValue={addDays(day, 30)} />
        </div>
      </FormPart>
    </div>
  );
}

/** Hands a proposal to the registrars. */
export function ProposeForm({ action }: { action: Action }) {
  const [t, kind] = [useTranslations("audits.propose"), useTranslations("deciding.name")];
  return (
    <FoldedPart title={t("title")} text={t("text")} action={action} button={t("button")} look="quiet">
      <OptionsField
        name="propose.kind"
        label={t("kind")}
        options={(["limit", "suspend", "withdraw", "correct"] as const).map((value) => ({
          value,
          label: kind(value),
          hint: t(`means.${value}`),
        }))}
        chosen={[]}
      />
      <ChoiceField name="propose.effect" label={t("effect")} hint={t("effectHint")} defaultValue="">
        <option value="">{t("effectNone")}</option>
        {(["warning", "no-new-starts", "teach-out", "hidden"] as const).map((value) => (
          <option key={value} value={value}>
            {t(`effects.${value}`)}
          </option>
        ))}
      </ChoiceField>
    </FoldedPart>
  );
}
