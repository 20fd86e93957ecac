import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Evidence } from "@/lib/applications/queries";
import { dayOf } from "@/lib/clock";
import { formatDay, formatNumber } from "@/lib/i18n/format";

type Props = { files: Evidence[]; href: (id: string) => string; remove?: ((id: string) => () => Promise<void>) | undefined };

/** What was handed in, to be read by the applicant and the authority. */
export function EvidenceList({ files, href, remove }: Props) {
  const t = useTranslations("application.evidence");
  const locale = useLocale();
  if (files.length === 0) return <p className="text-ink-2">{t("none")}</p>;

  return (
    <ul className="divide-y divide-line border-line border-y">
      {files.map(({ id, name, size, uploadedAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
          <span className="min-w-0">
            <a href={href(id)} className="wrap-anywhere font-semibold">
              {name}
            </a>
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
