import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceField, TextField, TickField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";
import type { OwnList } from "@/lib/guidance/lists/queries";

type Props = { own: OwnList[]; action: ComponentProps<typeof ActionForm>["action"] };

/** A new template: of nothing, or of a list that whoever leads keeps. */
export function MakeTemplateForm({ own, action }: Props) {
  const [t, desk] = [useTranslations("guidance.templates"), useTranslations("desk")];
  return (
    <ActionForm action={action} problemsTitle={desk("problems")} label={t("make")} className="grid max-w-2xl gap-5">
      <HiddenField name="id" value={crypto.randomUUID()} />
      <TextField name="name" label={t("name")} hint={t("nameHint")} maxLength={120} autoComplete="off" />
      {own.length > 0 && (
        <>
          <ChoiceField name="from" label={t("from")} hint={t("fromHint")} defaultValue="">
            <option value="">{t("fromNothing")}</option>
            {own.map(({ id, label, count }) => (
              <option key={id} value={id}>
                {t("listOption", { label, count })}
              </option>
            ))}
          </ChoiceField>
          <TickField name="notes" label={t("notes")} hint={t("notesHint")} />
        </>
      )}
      <Button type="submit" className="justify-self-start">
        {t("makeNow")}
      </Button>
    </ActionForm>
  );
}
