import { useLocale, useTranslations } from "next-intl";
import type { Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import { qrPath } from "@/lib/interop/qr";

/** On paper alone: where this stands, as an address and as a code for a telephone, and of which day it is. */
export function PaperFoot({ url, day }: { url: string; day: Day }) {
  const t = useTranslations("common.paper");
  const locale = useLocale();
  const code = qrPath(url);

  return (
    <footer className="mt-6 hidden break-inside-avoid items-center gap-4 border-line border-t pt-3 print:flex">
      {code && (
        <svg viewBox={`0 0 ${code.size} ${code.size}`} aria-hidden="true" className="size-[2.8cm] shrink-0" shapeRendering="crispEdges">
          <path d={code.path} fill="#000" />
        </svg>
      )}
      <p className="min-w-0 [overflow-wrap:anywhere]">
        {t("printed", { day: formatDay(day, locale, "long") })}
        <span className="block font-semibold">{url}</span>
        <span className="block">{t("mayChange")}</span>
      </p>
    </footer>
  );
}
