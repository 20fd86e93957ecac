import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form-fields";
import type { FormState } from "@/lib/form";

/** Whoever is not free to decide says so, and a colleague does. */
export function ConflictForm({ action }: { action: (previous: FormState, form: FormData) => Promise<FormState> }) {
  const [t, desk] = [useTranslations("deciding.conflict"), useTranslations("desk")];

  return (
    <>
      <p className="mb-4 max-w-[62ch]">{t("text")}</p>
      <ActionForm action={action} problemsTitle={desk("problems")} className="grid max-w-xl gap-4">
        <AreaField name="reason" label={t("reason")} rows={2} />
        <Button type="submit" look="quiet" className="justify-self-start">
          {t("button")}
        </Button>
      </ActionForm>
    </>
  );
}
