import { useTranslations } from "next-intl";
import { InLanguages } from "@/components/desk/in-languages";
import { ChoiceField, TextField, TickField } from "@/components/ui/form-fields";
import type { Texts } from "@/lib/texts/texts";

export const inLanguages =
  (texts: Texts = {}) =>
  (language: string) =>
    texts[language] ?? "";

type Row = { code: string; title: Texts; guidance?: Texts; mandatory?: boolean; question?: string };
type Props = {
  rows: Row[];
  of: "checks" | "criteria" | "options";
  /** Room for so many more. */
  more?: number;
};

/** What there is, and room for more. */
export function Rows({ rows, of, more = 1 }: Props) {
  const t = useTranslations("criteria.field");
  const all: Row[] = [...rows, ...Array.from({ length: more }, () => ({ code: "", title: {} }))];

  return all.map(({ code, title, guidance, mandatory, question }, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number; nothing moves between rows
    <fieldset key={row} className="grid min-w-0 gap-4 rounded-lg border border-line p-5">
      <legend className="px-2 font-semibold">{code || t("more")}</legend>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <TextField name={`code-${row}`} label={t("code")} defaultValue={code} />
        {of === "criteria" && (
          <ChoiceField name={`question-${row}`} label={t("question")} defaultValue={question ?? "scale"}>
            <option value="scale">{t("scale")}</option>
            <option value="yes-no">{t("yes-no")}</option>
          </ChoiceField>
        )}
      </div>
      {of === "criteria" && <TickField name={`mandatory-${row}`} label={t("mandatory")} ticked={mandatory ?? false} />}
      <InLanguages name={`title-${row}`} label={t("title")} rows={of === "options" ? 1 : 2} given={inLanguages(title)} />
      {of !== "options" && <InLanguages name={`guidance-${row}`} label={t("guidance")} rows={2} given={inLanguages(guidance)} />}
      {code && <TickField name={`remove-${row}`} label={t("remove")} />}
    </fieldset>
  ));
}
