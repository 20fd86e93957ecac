import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { ToneMark } from "@/components/ui/tone-mark";
import type { Difference, TouchedOffering } from "@/lib/decisions/dry-run/touched";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { labelOf } from "@/lib/vocabularies/vocabulary";
import { outcomeTones } from "./run-numbers";

const cell = "py-3 pe-4 align-baseline max-md:block max-md:py-1 max-md:pe-0";

/** The offerings that a decision touches, each with what is seen of it from which day on. */
export function TouchedTable({ touched }: { touched: TouchedOffering[] }) {
  const t = useTranslations("deciding.run.list");
  const locale = useLocale();

  return (
    <table className="w-full border-line border-y max-md:block">
      <thead className="max-md:sr-only">
        <tr className="border-line border-b text-ink-2 text-sm">
          {(["offering", "scope", "change"] as const).map((column) => (
            <th key={column} scope="col" className={`py-2 pe-4 text-start font-semibold ${column === "change" ? "md:w-[28%]" : ""}`}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-md:block">
        {touched.map(({ offering, differences, outcome }) => (
          <tr key={offering.offeringId} className="max-md:block max-md:py-2">
            <th scope="row" className={`${cell} min-w-0 text-start font-normal [overflow-wrap:anywhere]`}>
              <a href={address(locale, `offerings/${offering.slug}`)}>
                <LocalText texts={offering.title} original={offering.original} quiet />
              </a>
            </th>
            <td className={`${cell} text-ink-2 text-sm`}>
              {offering.eqf} · {offering.fields.map((code) => labelOf("fields", code, locale)).join("; ")}
            </td>
            <td className={`${cell} text-sm`}>
              <div className="flex items-baseline gap-2">
                <ToneMark tone={outcomeTones[outcome]} />
                <ul className="space-y-0.5">
                  {differences.map((one) => (
                    <li key={one.from}>
                      <Step difference={one} />
                    </li>
                  ))}
                </ul>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Step({ difference }: { difference: Difference }) {
  const [t, marks] = [useTranslations("deciding.run"), useTranslations("deciding.run.mark")];
  const locale = useLocale();
  const { from, until, was, now } = difference;
  const day = (on: string) => formatDay(on, locale);

  return (
    <>
      {t("list.step", { was: marks(was), now: marks(now) })}
      <span className="block text-ink-2">
        {until === null ? t("since", { from: day(from) }) : t("between", { from: day(from), until: day(until) })}
      </span>
    </>
  );
}
