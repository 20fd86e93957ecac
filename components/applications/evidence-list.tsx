import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Evidence } from "@/lib/applications/queries";
import { dayOf } from "@/lib/clock";
import type { AskedDocument } from "@/lib/criteria/form/form";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

type Props = {
  files: (Omit<Evidence, "document"> & { document?: string | null })[];
  href: (id: string) => string;
  remove?: ((id: string) => () => Promise<void>) | undefined;
  /** What the authority asks for, by which a file is called beside its name. */
  documents?: AskedDocument[];
};

/** What was handed in, to be read by the applicant and the authority. */
export function EvidenceList({ files, href, remove, documents = [] }: Props) {
  const t = useTranslations("application.evidence");
  const locale = useLocale();
  const called = (code: string | null | undefined) => plainText(documents.find((one) => one.code === code)?.title, locale);
  if (files.length === 0) return <p className="text-ink-2">{t("none")}</p>;

  return (
    <ul className="divide-y divide-line border-line border-y">
      {files.map(({ id, name, size, uploadedAt, document }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
          <span className="min-w-0">
            <a href={href(id)} className="wrap-anywhere font-semibold">
              {name}
            </a>
            {called(document) && <span className="block text-sm">{called(document)}</span>}
            <span className="block text-ink-2 text-sm">
              {t("facts", { size: formatNumber(Math.max(1, Math.round(size / 1024)), locale), day: formatDay(dayOf(uploadedAt), locale) })}
            </span>
          </span>
          {remove && (
            <form action={remove(id)}>
              <Button look="quiet" type="submit">
                {t("remove")}
                <span className="sr-only"> {name}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
