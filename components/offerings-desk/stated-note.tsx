import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";

/** Where a field comes from that the provider states once for its whole catalogue, and the ways back to it and to where it is stated. */
export function StatedNote({ field, taken }: { field: string; taken: boolean }) {
  const t = useTranslations("editor.stated");
  const statements = useTranslations("statements");
  const locale = useLocale();
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 border-line border-s-4 bg-sunk px-3 py-1.5 text-sm">
      {t(taken ? "taken" : "own")}
      {!taken && (
        <button type="submit" name="restate" value={field} className="min-h-9 cursor-pointer font-semibold text-accent underline">
          {t("again")}
        </button>
      )}
      <a href={address(locale, `manage/statements#${field}`)} className="inline-flex min-h-9 items-center">
        {statements("note")}
      </a>
    </p>
  );
}
