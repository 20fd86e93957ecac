import { useLocale, useTranslations } from "next-intl";
import { ChoiceField, TextField } from "@/components/ui/form-fields";
import { country } from "@/lib/country/country";
import { encodings } from "@/lib/imports/encoding";
import type { FileFacts } from "@/lib/imports/facts";
import type { Mapping } from "@/lib/imports/mapping";
import { languageName } from "@/lib/vocabularies/vocabulary";

const separatorNames = { ";": "semicolon", ",": "comma", "\t": "tab", "|": "bar" } as const;

/** How the file as a whole is read: found out, unless somebody says it. */
export function MappingFile({ facts, mapping }: { facts: FileFacts | null; mapping: Mapping }) {
  const t = useTranslations("files.mapping");
  const locale = useLocale();
  const isText = facts?.format !== "xlsx";
  const found = (value: string | null | undefined) => (value ? t("found", { value }) : t("findOut"));
  const separator = facts?.separator as keyof typeof separatorNames | null | undefined;
  const headerRow = facts?.tables.find(({ read }) => read)?.headerRow;

  return (
    <div className="grid gap-5 sm:grid-cols-2 xl:grid-cols-3">
      {isText && (
        <ChoiceField name="encoding" label={t("encoding")} defaultValue={mapping.encoding ?? ""}>
          <option value="">{found(facts?.encoding)}</option>
          {encodings.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </ChoiceField>
      )}
      {isText && (!facts || facts.format === "csv") && (
        <ChoiceField name="separator" label={t("separator")} defaultValue={mapping.separator ?? ""}>
          <option value="">{found(separator && separatorNames[separator] ? t(`separators.${separatorNames[separator]}`) : null)}</option>
          {Object.entries(separatorNames).map(([one, name]) => (
            <option key={name} value={one}>
              {t(`separators.${name}`)}
            </option>
          ))}
        </ChoiceField>
      )}
      {(facts?.format === "xlsx" || mapping.sheet) && (
        <ChoiceField name="sheet" label={t("sheet")} defaultValue={mapping.sheet ?? ""}>
          <option value="">{t("allSheets")}</option>
          {[...new Set([...(facts?.tables.map(({ sheet }) => sheet) ?? []), ...(mapping.sheet ? [mapping.sheet] : [])])].map((one) => (
            <option key={one}>{one}</option>
          ))}
        </ChoiceField>
      )}
      {(!facts || ["xlsx", "csv"].includes(facts.format)) && (
        <TextField
          name="headerRow"
          label={t("headerRow")}
          defaultValue={mapping.headerRow ?? ""}
          placeholder={headerRow ? String(headerRow) : ""}
          inputMode="numeric"
        />
      )}
      <ChoiceField name="language" label={t("language")} defaultValue={mapping.language ?? ""}>
        <option value="">{t("findOut")}</option>
        {country.languages.map((one) => (
          <option key={one} value={one}>
            {languageName(one, locale)}
          </option>
        ))}
      </ChoiceField>
    </div>
  );
}
