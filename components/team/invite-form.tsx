import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceField, TextField } from "@/components/ui/form-fields";
import type { MemberRole } from "@/db/schema";
import type { FormState } from "@/lib/form";
import { ownName } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/locales";
import { RoleOptions } from "./role-options";

type Props = { roles: MemberRole[]; action: (previous: FormState, form: FormData) => Promise<FormState> };

export function InviteForm({ roles, action }: Props) {
  const [t, desk] = [useTranslations("team.invite"), useTranslations("desk")];
  const locale = useLocale();

  return (
    <ActionForm action={action} problemsTitle={desk("problems")} className="grid gap-5 sm:max-w-xl">
      <TextField name="email" type="email" autoComplete="off" label={t("email")} hint={t("emailHint")} />
      <RoleOptions roles={roles} chosen={roles[0]} />
      <ChoiceField name="locale" label={t("language")} defaultValue={locale}>
        {locales.map((one) => (
          <option key={one} value={one} lang={one}>
            {ownName(one)}
          </option>
        ))}
      </ChoiceField>
      <Button type="submit" className="justify-self-start">
        {t("send")}
      </Button>
    </ActionForm>
  );
}
