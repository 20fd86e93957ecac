import { useTranslations } from "next-intl";
import { InLanguages } from "@/components/desk/in-languages";
import { TextField } from "@/components/ui/form-fields";
import type { Given } from "./given";

/** The sentence for learners, where there is one to write, and the reasons, in the languages of the country side by side. */
export function WordsFields({ given, reader }: { given: Given; reader: boolean }) {
  const t = useTranslations("deciding.field");
  const of = (name: string) => (language: string) => given.one(`${name}.${language}`);
  return (
    <>
      {reader && <InLanguages name="statement" label={t("statement")} hint={t("statementHint")} rows={3} given={of("statement")} />}
      <InLanguages name="reasons" label={t("reasons")} hint={t("reasonsHint")} rows={5} given={of("reasons")} />
      <div className="max-w-2xl">
        <TextField name="documentUrl" type="url" label={t("documentUrl")} hint={t("optional")} defaultValue={given.one("documentUrl")} />
      </div>
    </>
  );
}
