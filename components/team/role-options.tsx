import { useTranslations } from "next-intl";
import { OptionsField } from "@/components/ui/form-fields";
import type { MemberRole } from "@/db/schema";

/** The roles that an organisation has, each with what one may do in it. */
export function RoleOptions({ roles, chosen }: { roles: MemberRole[]; chosen?: MemberRole | undefined }) {
  const [t, account] = [useTranslations("team"), useTranslations("account")];

  return (
    <OptionsField
      name="role"
      label={t("role")}
      chosen={chosen ? [chosen] : []}
      options={roles.map((role) => ({ value: role, label: account(`role.${role}`), hint: t(`may.${role}`) }))}
    />
  );
}
