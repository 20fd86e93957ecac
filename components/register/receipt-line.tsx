import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";
import type { GivenReceipt } from "@/lib/register/receipts/commands";
import type { Result } from "@/lib/result";

/** The receipt of an answer: where it stands for ever, or why there is none now. */
export function ReceiptLine({ receipt, site }: { receipt: Result<GivenReceipt>; site: string }) {
  const t = useTranslations("register.receipt");
  const problems = useTranslations("problems");
  const locale = useLocale();
  if (!receipt.ok) return <p className="mt-3 text-sm">{receipt.problems[0] ? problems(receipt.problems[0].code) : null}</p>;

  const href = address(locale, `register/receipts/${receipt.value.id}`);
  return (
    <p className="mt-3 border-line-strong border-t pt-3 text-sm">
      {t("line")}{" "}
      <a href={href} className="[overflow-wrap:anywhere]">
        <span className="print:hidden">{t("link", { id: receipt.value.id })}</span>
        <span className="hidden print:inline">{`${site}${href}`}</span>
      </a>
    </p>
  );
}
