import { useTranslations } from "next-intl";
import { CheckOption } from "@/components/ui/check-option";
import { FieldGroup, InputField, SelectField } from "@/components/ui/field";
import { FilterOptions } from "@/components/ui/filter-form";
import { type SearchQuery, usualRadius } from "@/lib/catalogue/query";
import type { Facets } from "@/lib/catalogue/result";
import { vocabulary } from "@/lib/vocabularies/vocabulary";

export function Level({ query, counts }: { query: SearchQuery; counts: Facets["eqf"] }) {
  const t = useTranslations("search.filter");
  const options = vocabulary("eqfLevels").map(({ code }) => [code, code] as const);

  return (
    <FilterOptions
      name="eqf"
      legend={t("eqf")}
      hint={t("eqfHint")}
      className="grid grid-flow-col grid-rows-4 gap-x-8"
      options={options}
      chosen={query.eqf}
      counts={counts}
    />
  );
}

export function Credits({ query }: { query: SearchQuery }) {
  const t = useTranslations("search.filter");

  return (
    <FieldGroup legend={t("ects")} hint={t("ectsHint")}>
      <div className="grid grid-cols-2 gap-3">
        <InputField id="ectsMin" name="ectsMin" type="number" min="0" step="any" label={t("from")} defaultValue={query.ectsMin} />
        <InputField id="ectsMax" name="ectsMax" type="number" min="0" step="any" label={t("to")} defaultValue={query.ectsMax} />
      </div>
    </FieldGroup>
  );
}

const radii = [5, 10, 25, 50, 100];

export function Where({ query }: { query: SearchQuery }) {
  const t = useTranslations("search.filter");
  const chosen = query.radius ?? usualRadius;

  return (
    <FieldGroup legend={t("where")}>
      <div className="grid gap-3">
        <InputField id="near" name="near" label={t("near")} hint={t("nearHint")} maxLength={100} defaultValue={query.near} />
        <SelectField id="radius" name="radius" label={t("radius")} defaultValue={String(chosen)}>
          {[...new Set([...radii, chosen])]
            .sort((a, b) => a - b)
            .map((km) => (
              <option key={km} value={km}>
                {t("km", { km })}
              </option>
            ))}
        </SelectField>
        <CheckOption name="orOnline" value="1" label={t("orOnline")} checked={query.orOnline} />
      </div>
    </FieldGroup>
  );
}

export function WhenAndOpen({ query, open }: { query: SearchQuery; open: number }) {
  const t = useTranslations("search.filter");

  return (
    <FieldGroup legend={t("when")}>
      <CheckOption name="open" value="1" label={t("open")} checked={query.open} count={open} />
      <div className="mt-2 grid gap-3">
        <InputField id="startFrom" name="startFrom" type="date" label={t("startFrom")} defaultValue={query.startFrom} />
        <InputField id="startTo" name="startTo" type="date" label={t("startTo")} defaultValue={query.startTo} />
      </div>
    </FieldGroup>
  );
}

export function Cost({ query, free }: { query: SearchQuery; free: number }) {
  const t = useTranslations("search.filter");

  return (
    <FieldGroup legend={t("cost")}>
      <CheckOption name="free" value="1" label={t("free")} checked={query.free} count={free} />
      <div className="mt-2">
        <InputField id="priceMax" name="priceMax" type="number" min="0" step="any" label={t("priceMax")} defaultValue={query.priceMax} />
      </div>
    </FieldGroup>
  );
}
