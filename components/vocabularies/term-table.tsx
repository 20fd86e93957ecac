import { useLocale, useTranslations } from "next-intl";
import { OutwardLink } from "@/components/ui/outward-link";
import { tableLook as look } from "@/components/ui/table-look";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { formatDay } from "@/lib/i18n/format";
import { type History, type TermKind, termOn } from "@/lib/terms/term";
import { plainText } from "@/lib/texts/texts";
import { type TermActions, TermChange } from "./term-forms";
import { termTitle } from "./term-title";

type Props = {
  kind: TermKind;
  terms: History[];
  /** For whoever may change terms. */
  changing: ((code: string) => TermActions) | null;
};

/** Levels or labels by what they are called today, with what they were and will be called; with `changing`, what can be done. */
export function TermTable({ kind, terms, changing }: Props) {
  const t = useTranslations("vocabularies.terms.column");
  const columns = ["name", kind === "level" ? "means" : "giver", "valid", ...(changing ? (["change"] as const) : [])] as const;
  return (
    <table className={`${look.table} mt-6`}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {columns.map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {terms.map((history) => (
          <tr key={history[0].code} className={look.row}>
            <Name history={history} />
            <td className={`${look.cell} text-sm [overflow-wrap:anywhere]`}>
              <Meaning history={history} />
            </td>
            <td className={`${look.cell} text-sm`}>
              <Days history={history} />
            </td>
            {changing && (
              <td className={look.cell}>
                <TermChange history={history} {...changing(history[0].code)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Name({ history }: { history: History }) {
  const locale = useLocale();
  const { code } = history[0];
  const framework = country.frameworks.find((one) => code.startsWith(`${one.code}/`));
  const title = termTitle(termOn(history, code, today()) ?? history[0], locale);
  return (
    <th scope="row" className={look.name}>
      <span className="font-semibold">{title}</span>
      <span className="block text-ink-2 text-sm">{framework ? plainText(framework.name, locale) : code}</span>
    </th>
  );
}

function Meaning({ history: [{ eqf, givenBy, url }] }: { history: History }) {
  const t = useTranslations("vocabularies.terms");
  if (eqf !== null) return t("eqf", { level: eqf });
  return url ? <OutwardLink href={url}>{givenBy}</OutwardLink> : givenBy;
}

/** What was and what will be, from the first day to the end. */
function Days({ history }: { history: History }) {
  const t = useTranslations("vocabularies.terms");
  const locale = useLocale();
  const day = today();
  const { from } = history[0];
  const until = history.at(-1)?.until ?? null;
  const told = (on: string) => formatDay(on, locale);
  const named = (term: (typeof history)[number]) => plainText(term.names, locale);
  return (
    <ul className="grid gap-0.5">
      <li>{from === null ? t("always") : t(from > day ? "begins" : "since", { day: told(from) })}</li>
      {history.flatMap((term, place) => {
        const next = history[place + 1];
        if (!next?.from) return [];
        const isAhead = next.from > day;
        // Between its end and a new beginning there was nothing.
        if (term.until !== null && term.until < next.from)
          return [
            <li key={term.until} className="text-ink-2">
              {t("paused", { day: told(term.until) })}
            </li>,
            <li key={next.from}>{t(isAhead ? "resumes" : "resumed", { day: told(next.from), name: named(next) })}</li>,
          ];
        return [
          <li key={next.from} className={isAhead ? "" : "text-ink-2"}>
            {isAhead ? t("ahead", { day: told(next.from), name: named(next) }) : t("was", { day: told(next.from), name: named(term) })}
          </li>,
        ];
      })}
      {until && <li className={until <= day ? "font-semibold" : ""}>{t(until <= day ? "ended" : "endsOn", { day: told(until) })}</li>}
    </ul>
  );
}
