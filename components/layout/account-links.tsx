import { useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";

/** The way in for those who keep the register; for whoever is signed in, the way to their desk. */
export function AccountLinks({
  locale,
  path,
  person,
}: {
  locale: string;
  path: string;
  person: { name: string; email: string } | undefined;
}) {
  const t = useTranslations("account");
  const [href, label] = person ? [address(locale, "manage"), t("desk")] : [address(locale, "sign-in"), t("signIn")];
  const isHere = person ? ["manage", "guidance", "oversight"].some((desk) => path.startsWith(desk)) : path.startsWith("sign-in");

  return (
    <a
      href={href}
      aria-current={isHere ? "true" : undefined}
      className="flex min-h-11 items-center px-2 text-ink max-sm:text-sm aria-[current]:font-semibold"
    >
      {label}
    </a>
  );
}
