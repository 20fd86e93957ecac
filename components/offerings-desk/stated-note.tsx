import { useTranslations } from "next-intl";

/** Where a field comes from that the provider states once for its whole catalogue, and the way back to it. */
export function StatedNote({ field, taken }: { field: string; taken: boolean }) {
  const t = useTranslations("editor.stated");
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 border-line border-s-4 bg-sunk px-3 py-1.5 text-sm">
      {t(taken ? "taken" : "own")}
      {!taken && (
        <button type="submit" name="restate" value={field} className="min-h-9 cursor-pointer font-semibold text-accent underline">
          {t("again")}
        </button>
      )}
    </p>
  );
}
