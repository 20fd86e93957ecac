import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { InputField, SelectField } from "@/components/ui/field";
import { address } from "@/lib/i18n/address";
import type { TrailQuery } from "@/lib/trail/input";
import { trailGroups, trailSubjects, typesIn } from "@/lib/trail/trail";

/** By whom, what, on what, for whom and when: a plain form, whose address is the whole state. */
export function TrailFilters({ query }: { query: TrailQuery }) {
  const t = useTranslations("trail");
  const here = address(useLocale(), "oversight/trail");
  return (
    <search className="mt-7 block rounded-lg border border-line bg-raised p-4 sm:p-5">
      <form action={here} aria-label={t("filters")} className="grid gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-[1fr_1.3fr_0.9fr]">
        <InputField id="person" name="person" type="search" label={t("person")} defaultValue={query.person} maxLength={200} />
        <SelectField id="type" name="type" label={t("type")} defaultValue={query.type}>
          <option value="">{t("anyType")}</option>
          {trailGroups.map((group) => (
            <optgroup key={group} label={t(`group.${group}`)}>
              <option value={group}>{t("wholeGroup", { group: t(`group.${group}`) })}</option>
              {typesIn(group).map((type) => (
                <option key={type} value={type}>
                  {t(`what.${type}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <InputField
          id="organisation"
          name="organisation"
          type="search"
          label={t("organisation")}
          defaultValue={query.organisation}
          maxLength={200}
        />
        <div className="grid grid-cols-[minmax(0,5fr)_minmax(0,6fr)] items-end gap-x-2">
          <SelectField id="subject" name="subject" label={t("subject")} defaultValue={query.subject}>
            <option value="">{t("anySubject")}</option>
            {trailSubjects.map((subject) => (
              <option key={subject} value={subject}>
                {t(`about.${subject}`)}
              </option>
            ))}
          </SelectField>
          <InputField id="record" name="record" type="search" label={t("record")} defaultValue={query.record} maxLength={200} />
        </div>
        <div className="grid grid-cols-2 gap-x-2">
          <InputField id="from" name="from" type="date" label={t("from")} defaultValue={query.from} />
          <InputField id="to" name="to" type="date" label={t("to")} defaultValue={query.to} />
        </div>
        <Button type="submit" className="self-end">
          {t("show")}
        </Button>
      </form>
      <p className="mt-3 max-w-[75ch] text-ink-2 text-sm">{t("hint")}</p>
    </search>
  );
}
