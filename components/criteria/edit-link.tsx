import { useTranslations } from "next-intl";

/** Leads from a part of a version, as it is read, to where it is changed. */
export function EditLink({ href, name }: { href: string; name: string }) {
  const t = useTranslations("criteria");

  return (
    <a href={href}>
      {t("edit")}
      <span className="sr-only"> {name}</span>
    </a>
  );
}
