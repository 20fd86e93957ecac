import { useTranslations } from "next-intl";
import type { StatementWords } from "./effect-preview";

/** The texts of the form of the statements. */
export function useStatementWords(): { form: StatementWords; keep: string; keepHint: string } {
  const t = useTranslations("statements");
  const problems = useTranslations("desk")("problems");
  return {
    form: {
      form: t("edit.form"),
      problems,
      weigh: t("edit.weigh"),
      again: t("edit.again"),
      save: t("edit.save"),
      saveOnly: t("edit.saveOnly"),
      effect: t("effect.title"),
      concerned: t("effect.concerned"),
      reliedOfferings: t("reliedOfferings"),
    },
    keep: t("edit.keep"),
    keepHint: t("edit.keepHint"),
  };
}
