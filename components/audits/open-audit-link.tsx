import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";

/** From what gives a cause, to the form in which an audit is opened for it. */
export function OpenAuditLink({ provider, offering }: { provider: string; offering: string | null }) {
  const t = useTranslations("audits.opening");
  const query = new URLSearchParams({ provider, ...(offering ? { offering } : {}) });
  return <a href={`${address(useLocale(), "oversight/audits/new")}?${query}`}>{t("title")}</a>;
}
