import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, OptionsField, TextField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { reportOutcomes } from "@/lib/reports/report";

type Action = ComponentProps<typeof ActionForm>["action"];

/** Asks the provider, by a day. */
export function ForwardForm({ action, dueOn }: { action: Action; dueOn: string }) {
  const [t, desk] = [useTranslations("reports.handle"), useTranslations("desk")];
  return (
    <Section id="forward" title={t("forward")}>
      <p className="mb-4 max-w-[62ch] text-ink-2">{t("forwardText")}</p>
      <ActionForm action={action} problemsTitle={desk("problems")} label={t("forward")} className="grid max-w-2xl gap-4">
        <div className="max-w-56">
          <TextField name="dueOn" type="date" label={t("dueOn")} defaultValue={dueOn} />
        </div>
        <AreaField name="note" rows={3} label={t("note")} />
        <Button type="submit" look="quiet" className="justify-self-start">
          {t("forwardButton")}
        </Button>
      </ActionForm>
    </Section>
  );
}

/** Answers and ends the case. `about` is what can have been put right by a version or a decision. */
export function CloseForm({ action, about }: { action: Action; about: "site" | "provider" | "offering" }) {
  const [t, outcome, desk] = [useTranslations("reports.handle"), useTranslations("reports.outcome"), useTranslations("desk")];
  return (
    <Section id="close" title={t("close")}>
      <ActionForm action={action} problemsTitle={desk("problems")} label={t("close")} className="grid max-w-2xl gap-5">
        <OptionsField
          name="outcome"
          label={t("outcome")}
          options={reportOutcomes.map((value) => ({ value, label: outcome(value) }))}
          chosen={[]}
        />
        <AreaField name="answer" rows={6} label={t("answer")} hint={t("answerHint")} />
        {about !== "site" && (
          <div className="grid gap-4 sm:grid-cols-2">
            {about === "offering" && <TextField name="version" inputMode="numeric" label={t("version")} hint={t("versionHint")} />}
            <TextField name="decision" inputMode="numeric" label={t("decision")} hint={t("decisionHint")} />
          </div>
        )}
        <Button type="submit" className="justify-self-start">
          {t("closeButton")}
        </Button>
      </ActionForm>
    </Section>
  );
}
