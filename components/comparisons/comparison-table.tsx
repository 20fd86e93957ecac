import { useLocale, useTranslations } from "next-intl";
import { LanguageNote } from "@/components/offerings/local-text";
import { Stone } from "@/components/offerings/stone";
import { type Compared, type ComparedGroup, type ComparedRow, comparedGroups, differsIn } from "@/lib/comparisons/comparison";
import type { Day } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { plainText, textIn } from "@/lib/texts/texts";
import { ComparedValue } from "./compared-value";
import { DiffersMark } from "./differs-mark";

type Props = { compared: Compared[]; day: Day; onlyDifferences: boolean; hrefWithout: (slug: string) => string };

const letters = ["A", "B", "C", "D"];

/** Offerings side by side, a row for each thing to compare. On a phone every row is a block in which each offering has a line with its letter. */
export function ComparisonTable({ compared, day, onlyDifferences, hrefWithout }: Props) {
  const t = useTranslations("compare");
  const differing = (row: ComparedRow) => differsIn(row, compared, day);
  const groups = (Object.keys(comparedGroups) as ComparedGroup[]).map((group) => ({
    group,
    rows: comparedGroups[group].filter((row: ComparedRow) => !onlyDifferences || differing(row)),
  }));

  return (
    <table className="mt-6 w-full table-fixed text-start max-md:block print:table print:text-[8.5pt]">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="max-md:block print:table-header-group">
        <tr className="align-bottom max-md:block print:table-row">
          <td className="w-[10.5rem] max-md:hidden print:table-cell print:w-[3.6cm]" />
          {compared.map((one, position) => (
            <ColumnHead key={one.view.slug} compared={one} letter={letters[position] ?? ""} hrefWithout={hrefWithout} />
          ))}
        </tr>
      </thead>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ group, rows }) => (
          <tbody key={group} className="max-md:block print:table-row-group">
            <tr className="max-md:block print:table-row print:break-after-avoid">
              <th scope="colgroup" colSpan={compared.length + 1} className="pt-8 pb-2 text-start max-md:block print:table-cell print:pt-3">
                <span className="font-display font-semibold text-xl">{t(`groups.${group}`)}</span>
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row} row={row} compared={compared} day={day} differs={compared.length > 1 && differing(row)} />
            ))}
          </tbody>
        ))}
    </table>
  );
}

type HeadProps = { compared: Compared; letter: string; hrefWithout: (slug: string) => string };

function ColumnHead({ compared: { view }, letter, hrefWithout }: HeadProps) {
  const t = useTranslations("compare");
  const locale = useLocale();
  const { content } = view.version;
  const title = textIn(content.title, locale, content.originalLanguage);

  return (
    <th
      scope="col"
      className="px-3 pb-3 text-start font-normal [overflow-wrap:anywhere] max-md:mb-3 max-md:grid max-md:grid-cols-[2rem_minmax(0,1fr)] max-md:rounded-lg max-md:border max-md:border-line max-md:bg-raised max-md:p-3 print:table-cell print:border-0 print:px-2"
    >
      <Letter letter={letter} />
      <div className="min-w-0">
        <div className="mb-2 max-md:hidden print:hidden">
          <Stone eqf={view.version.eqf} ects={content.ects} hours={content.hours} seed={view.id} />
        </div>
        <a
          href={address(locale, `offerings/${view.slug}`)}
          lang={title?.foreign ? title.language : undefined}
          className="font-bold text-ink leading-snug hover:text-accent"
        >
          {title?.text ?? view.slug}
        </a>
        {title?.foreign && <LanguageNote language={title.language} />}
        <span className="block text-ink-2 text-sm">{plainText(view.provider.name, locale)}</span>
        <a href={hrefWithout(view.slug)} rel="nofollow" className="mt-1 inline-flex min-h-8 items-center text-sm print:hidden">
          {t("remove")} <span className="sr-only">{title?.text}</span>
        </a>
      </div>
    </th>
  );
}

/** Which column a line belongs to, where the columns have become lines. */
function Letter({ letter }: { letter: string }) {
  return (
    <span
      aria-hidden="true"
      className="inline-flex size-6 items-center justify-center rounded-full border border-line-strong bg-sunk font-semibold text-ink text-xs md:hidden print:hidden"
    >
      {letter}
    </span>
  );
}

function Row({ row, compared, day, differs }: { row: ComparedRow; compared: Compared[]; day: Day; differs: boolean }) {
  const t = useTranslations("compare");
  const locale = useLocale();

  return (
    <tr className="break-inside-avoid border-line border-t align-top max-md:block max-md:py-3 print:table-row print:py-0">
      <th
        scope="row"
        className={`py-3 pe-3 text-start font-semibold text-sm [overflow-wrap:anywhere] max-md:block max-md:py-0 max-md:pb-1 print:table-cell print:py-1.5 ${differs ? "border-accent border-s-4 ps-2.5" : "border-transparent border-s-4 ps-2.5"}`}
      >
        {t(`rows.${row}`)}
        {differs && <DiffersMark />}
      </th>
      {compared.map((one, position) => (
        <td
          key={one.view.slug}
          className="hyphens-auto px-3 py-3 [overflow-wrap:anywhere] max-md:grid max-md:grid-cols-[2rem_minmax(0,1fr)] max-md:px-0 max-md:py-1 max-md:ps-3.5 print:table-cell print:px-2 print:py-1.5"
        >
          <Letter letter={letters[position] ?? ""} />
          <div className="min-w-0">
            <span className="sr-only md:hidden print:hidden">
              {plainText(one.view.version.content.title, locale, one.view.version.content.originalLanguage)}:{" "}
            </span>
            <ComparedValue row={row} compared={one} day={day} />
          </div>
        </td>
      ))}
    </tr>
  );
}
