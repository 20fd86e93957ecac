import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalText } from "@/components/offerings/local-text";
import { OutwardLink } from "@/components/ui/outward-link";
import type { DecisionEntry } from "@/lib/accreditations/accreditation";
import { formatDay } from "@/lib/i18n/format";
import { hasText } from "@/lib/texts/texts";

const tones = { bad: "border-bad bg-bad-soft", warn: "border-warn bg-warn-soft" } as const;

/** At the head of a page whose subject is not in the catalogue: what happened, and what follows from it. `warn` where nothing went wrong. */
export function StatusNotice({
  id = "notice",
  title,
  tone = "bad",
  children,
}: {
  id?: string;
  title: ReactNode;
  tone?: keyof typeof tones;
  children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={id}
      className={`mt-5 mb-10 max-w-[52rem] rounded-e-lg border-s-8 p-5 print:border print:border-s-8 ${tones[tone]}`}
    >
      <h2 id={id} className="flex items-baseline gap-2.5 text-xl">
        <span aria-hidden="true">!</span> {title}
      </h2>
      {children}
    </section>
  );
}

type Props = { decision: DecisionEntry | null; documentUrl: string | null; lead?: "decidedBy" | "accreditedBy" };

/** The decision behind it: its words, who decided when, and where it can be read. */
export function DecisionLines({ decision, documentUrl, lead = "decidedBy" }: Props) {
  const t = useTranslations("common.notice");
  const locale = useLocale();

  return (
    <>
      {decision && hasText(decision.statement) && (
        <blockquote className="mt-3 border-bad border-s-2 ps-4">
          <LocalText texts={decision.statement} />
        </blockquote>
      )}
      {decision && (
        <p className="mt-2 text-sm">
          {t(lead)} <LocalText texts={decision.authority} quiet />, {formatDay(decision.decidedOn, locale, "long")}
        </p>
      )}
      {documentUrl && (
        <p className="text-sm">
          <OutwardLink href={documentUrl}>{t("document")}</OutwardLink>
        </p>
      )}
    </>
  );
}
