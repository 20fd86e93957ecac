import { useTranslations } from "next-intl";
import { CheckOption } from "@/components/ui/check-option";
import { FieldGroup } from "@/components/ui/field";
import type { SearchPlace } from "@/lib/catalogue/place";
import type { SearchQuery } from "@/lib/catalogue/query";
import type { Facets } from "@/lib/catalogue/result";
import { broadFields, narrowerFields } from "./fields";
import { useFieldName } from "./use-field-name";

type Props = { query: SearchQuery; counts: Facets["field"]; at: SearchPlace };

export function FieldFilter({ query, counts, at }: Props) {
  const t = useTranslations("search");

  return (
    <FieldGroup legend={t("filter.field")}>
      {broadFields.map((code) => (
        <Branch key={code} code={code} query={query} counts={counts} at={at} />
      ))}
    </FieldGroup>
  );
}

/** A field; once it or one within it is chosen, those within it beneath. */
function Branch({ code, query, counts, at }: Props & { code: string }) {
  const t = useTranslations("search");
  const nameOf = useFieldName();
  const checked = query.field.includes(code);
  const opened = query.field.some((chosen) => chosen.startsWith(code));
  const narrower = opened ? worthShowing(code, query, counts) : [];
  const all = [...query.field.filter((chosen) => !chosen.startsWith(code)), code];

  return (
    <>
      {opened && !checked ? (
        <p className="flex flex-wrap gap-x-3 py-1 leading-snug">
          <span className="font-semibold">{nameOf(code)}</span>
          <a href={at.hrefOf(query, { field: all })} className="text-sm">
            {t("wholeField")}
          </a>
        </p>
      ) : (
        <CheckOption name="field" value={code} label={nameOf(code)} checked={checked} count={counts[code] ?? 0} />
      )}
      {narrower.length > 0 && (
        <div className="ms-2 border-line border-s-2 ps-3">
          {narrower.map((one) => (
            <Branch key={one} code={one} query={query} counts={counts} at={at} />
          ))}
        </div>
      )}
    </>
  );
}

/** Those within a field that hold something or are chosen; where that is a single one, those within that one. */
function worthShowing(code: string, query: SearchQuery, counts: Facets["field"]): string[] {
  const shown = narrowerFields(code).filter((one) => counts[one] || query.field.some((chosen) => chosen.startsWith(one)));
  const [only] = shown;
  return only !== undefined && shown.length === 1 && only.length < 4 && !query.field.includes(only)
    ? worthShowing(only, query, counts)
    : shown;
}
