import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { address } from "@/lib/i18n/address";

/** The browser's own file field, grown so that a file can be dropped on it. */
export function QualityUpload({ problem }: { problem: string | undefined }) {
  const t = useTranslations("quality.imports");
  const locale = useLocale();
  return (
    <form action={address(locale, "oversight/quality/imports/upload")} method="post" encType="multipart/form-data" className="max-w-3xl">
      {problem && (
        <p id="file-problem" role="alert" className="mb-4 rounded-md border-2 border-bad bg-bad-soft px-5 py-3 font-semibold text-bad">
          {problem}
        </p>
      )}
      <label htmlFor="file" className="mb-1 block font-semibold">
        {t("choose")}
      </label>
      <p id="file-hint" className="mb-2 max-w-[62ch] text-ink-2 text-sm">
        {t("chooseHint")}
      </p>
      <input
        id="file"
        name="file"
        type="file"
        required
        accept=".csv,.txt,.tsv,.json,.xlsx"
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? "file-problem file-hint" : "file-hint"}
        className="mb-4 block w-full cursor-pointer rounded-lg border-2 border-line-strong border-dashed bg-raised px-4 py-6 file:me-4 file:min-h-11 file:cursor-pointer file:rounded-md file:border-2 file:border-accent file:bg-transparent file:px-4 file:font-semibold file:text-accent hover:border-accent hover:bg-accent-soft"
      />
      <Button type="submit">{t("send")}</Button>
    </form>
  );
}
