import { useLocale, useTranslations } from "next-intl";
import { Nothing } from "@/components/ui/nothing";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import type { WantedWords } from "@/lib/insight/queries";

/** Words that the catalogue has little or nothing for, those that most looked for first. */
export function Wanted({ wanted }: { wanted: WantedWords[] }) {
  const t = useTranslations("insight.wanted");
  const locale = useLocale();
  if (wanted.length === 0) return <Nothing className="">{t("none")}</Nothing>;

  return (
    <table className="w-full max-w-[40rem]">
      <thead>
        <tr className="border-line-strong border-b text-sm">
          <th scope="col" className="py-2 pe-4 text-start font-semibold">
            {t("words")}
          </th>
          <th scope="col" className="py-2 ps-4 text-end font-semibold">
            {t("searches")}
          </th>
          <th scope="col" className="py-2 ps-4 text-end font-semibold">
            {t("found")}
          </th>
        </tr>
      </thead>
      <tbody>
        {wanted.map(({ words, searches, found }) => (
          <tr key={words} className="border-line border-b">
            <th scope="row" className="py-2 pe-4 text-start font-normal [overflow-wrap:anywhere]">
              <a href={address(locale, `offerings?${new URLSearchParams({ q: words })}`)}>{words}</a>
            </th>
            <td className="py-2 ps-4 text-end tabular-nums">{formatNumber(searches, locale)}</td>
            <td className="py-2 ps-4 text-end tabular-nums">{formatNumber(found, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
