import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { HiddenField } from "@/components/ui/hidden-field";
import type { MonitoredOffering } from "@/lib/monitoring/queries";

/** Takes the version that is on the screen as seen. */
export function SeenForm({
  offering: { id, number },
  action,
}: {
  offering: MonitoredOffering;
  action: ComponentProps<typeof ActionForm>["action"];
}) {
  const [t, desk] = [useTranslations("monitoring"), useTranslations("desk")];
  const label = t("acknowledgeOne", { number: String(number) });
  return (
    <ActionForm action={action} problemsTitle={desk("problems")} label={label} className="mt-6">
      <HiddenField name="seen" value={`${id} ${number}`} />
      <Button type="submit">{label}</Button>
    </ActionForm>
  );
}
