import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField, ChoiceField, TextField } from "@/components/ui/form-fields";
import { listDays } from "@/lib/lists/input";

type Props = { title?: string; days: number; entries: { slug: string; title: string; note: string }[]; removable?: boolean };

/** What one says of a list: a title, a note on each offering, until when it is read. The last field is for machines. */
export function ListFields({ title = "", days, entries, removable = false }: Props): ReactNode {
  const t = useTranslations("lists");

  return (
    <>
      <TextField name="title" label={t("sharing.listTitle")} hint={t("sharing.listTitleHint")} defaultValue={title} maxLength={120} />
      <ul className="grid gap-6">
        {entries.map((entry) => (
          <li key={entry.slug} className="border-line border-t pt-4">
            <AreaField
              name={`note.${entry.slug}`}
              label={t("noteFor", { title: entry.title })}
              hint={t("sharing.noteHint")}
              rows={2}
              defaultValue={entry.note}
              maxLength={1000}
            />
            {removable && (
              <label className="mt-2 flex min-h-9 items-start gap-2.5 py-1">
                <input type="checkbox" name="out" value={entry.slug} className="size-6 shrink-0 accent-accent" />
                <span>
                  {t("change.out")} <span className="sr-only">{entry.title}</span>
                </span>
              </label>
            )}
          </li>
        ))}
      </ul>
      <ChoiceField name="days" label={t("sharing.days")} defaultValue={String(days)}>
        {listDays.map((count) => (
          <option key={count} value={count}>
            {t("sharing.daysOption", { count })}
          </option>
        ))}
      </ChoiceField>
      <div hidden>
        <TextField name="website" label={t("sharing.trap")} tabIndex={-1} autoComplete="off" />
      </div>
    </>
  );
}
