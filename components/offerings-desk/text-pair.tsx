import { useLocale, useTranslations } from "next-intl";
import { AreaField, TextField } from "@/components/ui/form-fields";
import { languageName } from "@/lib/vocabularies/vocabulary";

export type Editing = {
  /** The original language, and the one beside it. */
  languages: string[];
  values: Record<string, string[]>;
  /** Texts of the second language whose original has changed since. */
  stale: string[];
};

/** One text in its original and, beside it, its translation. */
export function TextPair({
  name,
  id = name,
  label,
  hint,
  rows,
  editing,
}: {
  /** The input's name without the language, and the text's own: an outcome's text is `outcomes.0.text` of `outcomes.0`. */
  name: string;
  id?: string;
  label: string;
  hint?: string | undefined;
  /** One line where there are none. */
  rows?: number;
  editing: Editing;
}) {
  const locale = useLocale();
  const { languages, values, stale } = editing;
  const Field = rows ? AreaField : TextField;
  // The hint stands above the first field alone, a translation that is behind says so below its own: each would put one out of line.
  const line = stale.includes(id) ? "items-start" : "items-end";

  return (
    <div className={`grid ${line} gap-x-6 gap-y-3 ${languages.length > 1 ? "md:grid-cols-2" : ""}`}>
      {languages.map((language, place) => (
        <div key={language} className="min-w-0">
          <Field
            name={`${name}.${language}`}
            label={languages.length > 1 ? `${label} · ${languageName(language, locale)}` : label}
            lang={language}
            defaultValue={values[`${name}.${language}`]?.[0] ?? ""}
            {...(hint && place === 0 ? { hint } : {})}
            {...(rows ? { rows } : {})}
          />
          {place > 0 && stale.includes(id) && <Stale language={language} id={id} />}
        </div>
      ))}
    </div>
  );
}

/** The original has changed since this was translated: change it, or say that it is still right. */
function Stale({ language, id }: { language: string; id: string }) {
  const t = useTranslations("editor.stale");
  return (
    <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-e-md border-warn border-s-4 bg-warn-soft px-3 py-1.5 text-sm">
      <span>{t("text")}</span>
      <button
        type="submit"
        name="confirm"
        value={`${language}:${id}`}
        className="min-h-9 cursor-pointer font-semibold text-accent underline"
      >
        {t("right")}
      </button>
    </div>
  );
}
