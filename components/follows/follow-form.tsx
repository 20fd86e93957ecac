import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { OptionsField, TextField } from "@/components/ui/form-fields";
import { paces } from "@/lib/follows/input";

/** Where to write, and how often. The last field is for machines. */
export function FollowForm({ action }: { action: ComponentProps<typeof ActionForm>["action"] }) {
  const t = useTranslations("following.form");

  return (
    <ActionForm action={action} problemsTitle={t("problems")} label={t("title")} className="mt-8 grid gap-7">
      <TextField name="email" type="email" autoComplete="email" label={t("email")} hint={t("emailHint")} />
      <OptionsField
        name="pace"
        label={t("pace")}
        options={paces.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
        chosen={["weekly"]}
      />
      <div hidden>
        <TextField name="website" label={t("trap")} tabIndex={-1} autoComplete="off" />
      </div>
      <Button type="submit" className="w-full sm:w-auto sm:justify-self-start">
        {t("send")}
      </Button>
    </ActionForm>
  );
}
