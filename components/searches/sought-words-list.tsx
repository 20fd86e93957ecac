import { useLocale, useTranslations } from "next-intl";
import { useFieldName } from "@/components/offerings/use-field-name";
import { Button } from "@/components/ui/button";
import { InputField, SelectField } from "@/components/ui/field";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { tableLook as look } from "@/components/ui/table-look";
import { address } from "@/lib/i18n/address";
import { formatList, formatNumber } from "@/lib/i18n/format";
import type { DemandQuery } from "@/lib/insight/demand/input";
import type { DemandPage, SoughtWords } from "@/lib/insight/demand/queries";
import { themes } from "@/lib/insight/wishes/themes";
import { regionName } from "@/lib/statistics/names";

type Props = { found: DemandPage["words"]; here: string; query: DemandQuery };

/** The words themselves, those that most looked for first. */
export function SoughtWordsList({ found, here, query }: Props) {
  const t = useTranslations("statistics.demand.words");
  const narrowed = query.q !== "" || query.theme !== "" || query.found !== "all";
  const all = `${here}?${new URLSearchParams({ weeks: query.weeks, region: query.region, lang: query.lang })}#words`;

  return (
    <>
      <WordSearch here={here} query={query} />
      {found.total === 0 ? (
        <Nothing action={narrowed ? <a href={all}>{t("all")}</a> : undefined}>{t(narrowed ? "nothing" : "none")}</Nothing>
      ) : (
        <>
          <p role="status" className="mt-6 mb-2 font-semibold">
            {t("count", { count: found.total })}
          </p>
          <WordTable rows={found.rows} />
        </>
      )}
      <div className="mt-6">
        <Pagination
          page={found.page}
          pages={found.pages}
          href={(page) => `${here}?${new URLSearchParams({ ...query, page: String(page) })}#words`}
        />
      </div>
    </>
  );
}

function WordSearch({ here, query }: { here: string; query: DemandQuery }) {
  const t = useTranslations("statistics.demand.words");
  const demand = useTranslations("statistics.demand");
  const nameOf = useFieldName();
  return (
    <search className="block print:hidden">
      <form
        action={`${here}#words`}
        className="grid items-end gap-3 sm:grid-cols-2 xl:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)_auto]"
      >
        {(["weeks", "region", "lang"] as const).map((name) => (
          <input key={name} type="hidden" name={name} value={query[name]} />
        ))}
        <InputField id="q" name="q" type="search" label={t("q")} defaultValue={query.q} />
        <SelectField id="theme" name="theme" label={demand("column.theme")} defaultValue={query.theme}>
          <option value="">{t("allThemes")}</option>
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {nameOf(theme)}
            </option>
          ))}
          <option value="other">{demand("otherWords")}</option>
        </SelectField>
        <SelectField id="found" name="found" label={t("which")} defaultValue={query.found}>
          <option value="all">{t("all")}</option>
          <option value="hardly">{t("hardly")}</option>
        </SelectField>
        <Button type="submit" look="quiet">
          {demand("show")}
        </Button>
      </form>
    </search>
  );
}

function WordTable({ rows }: { rows: SoughtWords[] }) {
  const t = useTranslations("statistics.demand");
  const locale = useLocale();
  const nameOf = useFieldName();
  const numbers = { asked: "searches", unanswered: "unanswered", found: "found" } as const;

  return (
    <table className={look.table}>
      <caption className="sr-only">{t("words.title")}</caption>
      <thead className={look.head}>
        <tr className={look.headRow}>
          <th scope="col" className={look.headCell}>
            {t("column.words")}
          </th>
          <th scope="col" className={look.headCell}>
            {t("column.about")}
          </th>
          {Object.keys(numbers).map((column) => (
            <th key={column} scope="col" className="py-2 ps-4 text-end align-bottom font-semibold">
              {t(`column.${column as keyof typeof numbers}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.words} className={look.row}>
            <th scope="row" className={look.name}>
              <a href={address(locale, `offerings?${new URLSearchParams({ q: row.words })}`)} className="font-semibold">
                {row.words}
              </a>
            </th>
            <td className={`${look.cell} text-ink-2 text-sm`}>
              {row.theme === "" ? t("otherWords") : nameOf(row.theme)}
              {row.regions.length > 0 && (
                <span className="block">
                  {formatList(
                    row.regions.map((region) => regionName(region, locale)),
                    locale,
                  )}
                </span>
              )}
            </td>
            {Object.entries(numbers).map(([column, from]) => (
              <td key={column} className="py-3 text-sm tabular-nums max-sm:py-0.5 sm:ps-4 sm:text-end">
                <span className="me-1.5 text-ink-2 sm:hidden">{t(`column.${column as keyof typeof numbers}`)}</span>
                {formatNumber(row[from], locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
