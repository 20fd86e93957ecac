import { useLocale, useTranslations } from "next-intl";
import type { Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import { QrCode } from "./qr-code";

/** A longer address nobody types: it stands beside its code in small letters. */
const typed = 120;

/** On paper alone: where this stands, as an address and as a code for a telephone, if it stands anywhere for its reader, and of which day it is. */
export function PaperFoot({ url, day }: { url: string | null; day: Day }) {
  const t = useTranslations("common.paper");
  const locale = useLocale();

  return (
    <footer className="mt-6 hidden break-inside-avoid items-center gap-4 border-line border-t pt-3 print:flex">
      {url && <QrCode url={url} />}
      <p className="min-w-0 [overflow-wrap:anywhere]">
        {t(url ? "printed" : "printedAlone", { day: formatDay(day, locale, "long") })}
        {url && <span className={`block ${url.length > typed ? "text-xs" : "font-semibold"}`}>{url}</span>}
        {url && <span className="block">{t("mayChange")}</span>}
      </p>
    </footer>
  );
}
