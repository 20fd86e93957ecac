import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { type SearchQuery, sorts } from "@/lib/catalogue/query";
import { searchForm } from "./search-filters";

/** The order of the results; without a choice a stated rule decides, which stands beside it. */
export function SortChoice({ query }: { query: SearchQuery }) {
  const t = useTranslations("search.sort");
  const offered = sorts.filter((sort) => (sort !== "relevance" || query.q !== "") && (sort !== "distance" || query.near));

  return (
    <div className="flex items-end gap-2 print:hidden">
      <SelectField id="sort" name="sort" form={searchForm} label={t("label")} defaultValue={query.sort ?? ""}>
        <option value="">{query.q === "" ? t("unsaid") : t("relevance")}</option>
        {offered
          .filter((sort) => sort !== "relevance")
          .map((sort) => (
            <option key={sort} value={sort}>
              {t(sort)}
            </option>
          ))}
      </SelectField>
      <Button type="submit" look="quiet" form={searchForm} className="shrink-0 whitespace-nowrap">
        {t("apply")}
      </Button>
    </div>
  );
}
