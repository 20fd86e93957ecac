import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { AreaField, ChoiceField, OptionsField, TextField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import type { Texts } from "@/db/schema";
import type { MonitoredFlag } from "@/lib/monitoring/queries";
import { plainText } from "@/lib/texts/texts";

type Action = ComponentProps<typeof ActionForm>["action"];

function Form({ action, label, button, children }: { action: Action; label: string; button: string; children: ReactNode }) {
  const desk = useTranslations("desk");
  return (
    <ActionForm action={action} problemsTitle={desk("problems")} label={label} className="grid max-w-2xl gap-4">
      {children}
      <Button type="submit" look="quiet" className="justify-self-start">
        {button}
      </Button>
    </ActionForm>
  );
}

export function DismissForm({ action, flags }: { action: Action; flags: MonitoredFlag[] }) {
  const t = useTranslations("monitoring");
  const options = flags.map(({ id, kind }) => ({ value: id, label: t(`flag.${kind}`) }));
  return (
    <Details className="mt-4" summary={t("one.dismiss")}>
      <div className="mt-3">
        <Form action={action} label={t("one.dismiss")} button={t("one.dismiss")}>
          <OptionsField
            name="flag"
            label={t("one.dismissWhich")}
            options={options}
            chosen={options.slice(0, 1).map(({ value }) => value)}
          />
          <AreaField name="reason" rows={2} label={t("one.dismissReason")} />
        </Form>
      </div>
    </Details>
  );
}

export function CommentForm({ action }: { action: Action }) {
  const t = useTranslations("monitoring.one");
  return (
    <Section id="comment" title={t("comment")}>
      <Form action={action} label={t("comment")} button={t("commentButton")}>
        <AreaField name="text" rows={3} label={t("commentText")} hint={t("commentHint")} />
      </Form>
    </Section>
  );
}

/** Its field has a name of its own on the page: two fields cannot both be called the same. */
export function ShareForm({ action, authorities }: { action: Action; authorities: { slug: string; name: Texts }[] }) {
  const t = useTranslations("monitoring.one");
  const locale = useLocale();
  return (
    <Section id="share" title={t("share")}>
      <Form action={action} label={t("share")} button={t("shareButton")}>
        <ChoiceField name="authority" label={t("shareWith")} defaultValue={authorities[0]?.slug}>
          {authorities.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {plainText(name, locale) || slug}
            </option>
          ))}
        </ChoiceField>
        <AreaField name="shareText" rows={2} label={t("shareText")} />
      </Form>
    </Section>
  );
}

export function VerifyForm({ action, eqf, ects }: { action: Action; eqf: number | null; ects: number | null }) {
  const t = useTranslations("monitoring.one");
  const options = [
    ...(eqf === null ? [] : [{ value: "level", label: t("level", { value: String(eqf) }) }]),
    ...(ects === null ? [] : [{ value: "credits", label: t("credits", { value: ects }) }]),
  ];
  return (
    <Section id="verify" title={t("verify")}>
      <p className="mb-4 max-w-[62ch] text-ink-2">{t("verifyText")}</p>
      <Form action={action} label={t("verify")} button={t("verifyButton")}>
        <OptionsField name="field" label={t("verifyField")} options={options} chosen={["level"]} />
        <TextField name="evidence" type="url" label={t("evidence")} />
      </Form>
    </Section>
  );
}
