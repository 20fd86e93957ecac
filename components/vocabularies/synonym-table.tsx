import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { TextField } from "@/components/ui/form-fields";
import { tableLook as look } from "@/components/ui/table-look";
import { today } from "@/lib/clock";
import { formatDay } from "@/lib/i18n/format";
import type { ListedGroup } from "@/lib/synonyms/queries";
import { anyLanguage } from "@/lib/synonyms/synonym";
import { languageName } from "@/lib/vocabularies/vocabulary";

type Action = ComponentProps<typeof ActionForm>["action"];

/** Groups of words with the days on which they hold; with `end`, each that holds still can be ended. */
export function SynonymTable({ rows, end }: { rows: ListedGroup[]; end: ((id: string) => Action) | null }) {
  const t = useTranslations("vocabularies");
  const columns = ["words", "language", "valid", ...(end ? (["end"] as const) : [])] as const;
  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {columns.map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <GroupRow key={row.id} row={row} end={end} />
        ))}
      </tbody>
    </table>
  );
}

function GroupRow({ row, end }: { row: ListedGroup; end: ((id: string) => Action) | null }) {
  const [t, desk] = [useTranslations("vocabularies"), useTranslations("desk")];
  const locale = useLocale();
  const { id, language, words, from, until } = row;
  const isOver = until !== null && until <= today();
  return (
    <tr className={look.row}>
      <th scope="row" className={look.name}>
        <Words group={row} />
      </th>
      <td className={`${look.cell} text-sm`}>{language === anyLanguage ? t("anyLanguage") : languageName(language, locale)}</td>
      <td className={`${look.cell} whitespace-nowrap text-sm`}>
        {from && t("from", { day: formatDay(from, locale) })}
        {until && <span className="block">{t("until", { day: formatDay(until, locale) })}</span>}
      </td>
      {end && (
        <td className={look.cell}>
          {!isOver && (
            <Details
              summary={
                <>
                  {t("end")} <span className="sr-only">{words[0]}</span>
                </>
              }
            >
              <ActionForm action={end(id)} problemsTitle={desk("problems")} label={`${t("end")} ${words[0]}`} className="mt-2 grid gap-3">
                <TextField name={`until.${id}`} type="date" label={t("endOn")} defaultValue={today()} />
                <Button type="submit" look="quiet" className="justify-self-start">
                  {t("end")}
                </Button>
              </ActionForm>
            </Details>
          )}
        </td>
      )}
    </tr>
  );
}

/** The words, and what asking by them finds besides: said, and shown by an arrow. */
function Words({ group: { words, means } }: { group: Pick<ListedGroup, "words" | "means"> }) {
  const t = useTranslations("vocabularies");
  return (
    <>
      <span className="font-semibold">{words.join(", ")}</span>
      {means.length > 0 && (
        <span className="block text-ink-2 text-sm">
          <span aria-hidden="true">→ </span>
          {t("alsoFinds", { words: means.join(", ") })}
        </span>
      )}
    </>
  );
}
