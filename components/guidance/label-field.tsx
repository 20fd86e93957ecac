import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";

/** What the counsellor calls a client's list. It asks for no name, and a form that looks as if it held one comes back once. */
export function LabelField({ label }: { label?: string }) {
  const t = useTranslations("clients.label");
  return (
    <div>
      <HiddenField name="doubted" value={label ?? ""} />
      <TextField name="label" label={t("name")} hint={t("hint")} defaultValue={label} maxLength={120} autoComplete="off" />
    </div>
  );
}
