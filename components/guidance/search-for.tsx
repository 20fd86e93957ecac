import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { SearchPlace } from "@/lib/catalogue/place";
import { type SearchQuery, searchParams } from "@/lib/catalogue/query";
import type { OwnList } from "@/lib/guidance/lists/queries";
import type { SearchedFor } from "@/lib/guidance/search/queries";
import { address } from "@/lib/i18n/address";

type Props = {
  list: SearchedFor | undefined;
  own: OwnList[];
  query: SearchQuery;
  at: SearchPlace;
  /** What the client of the list can give and the search does not ask for. */
  bounds: Partial<SearchQuery> | undefined;
};

/** A template is kept by whoever leads, and is none of the lists for clients. */
export function withList(own: OwnList[], list: SearchedFor | undefined): OwnList[] {
  return !list || own.some(({ id }) => id === list.id) ? own : [{ id: list.id, label: list.title, count: list.slugs.size }, ...own];
}

/** For which of their lists a counsellor searches: the search stays what it is when another is chosen. */
export function SearchFor({ list, own, query, at, bounds }: Props) {
  const t = useTranslations("guidance.search");
  const locale = useLocale();
  if (own.length === 0 && !list) return null;

  return (
    <div className="mt-6 flex flex-wrap items-end gap-x-6 gap-y-3 rounded-lg bg-sunk px-5 py-4">
      <form action={at.action} className="flex min-w-0 flex-wrap items-end gap-3">
        {[...searchParams({ ...query, page: 1 })].map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="min-w-0 sm:w-72">
          <SelectField id="list" name="list" label={t("for")} defaultValue={list?.id ?? ""}>
            <option value="">{t("forNone")}</option>
            {withList(own, list).map(({ id, label, count }) => (
              <option key={id} value={id}>
                {t("listOption", { label, count })}
              </option>
            ))}
          </SelectField>
        </div>
        <Button type="submit" look="quiet">
          {t("choose")}
        </Button>
      </form>
      {list && (
        <p className="flex flex-wrap gap-x-6 pb-3 text-sm">
          <a href={address(locale, `guidance/lists/${list.id}`)}>{t("toList", { label: list.title })}</a>
          {bounds && <a href={at.hrefOf(query, bounds)}>{t("useBounds")}</a>}
        </p>
      )}
    </div>
  );
}
