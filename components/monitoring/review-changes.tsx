import { useTranslations } from "next-intl";
import { ChangeList } from "@/components/offerings/change-list";
import { Section } from "@/components/ui/section";
import type { MonitoredOffering } from "@/lib/monitoring/queries";
import { fieldRules } from "@/lib/offerings/field-rules";
import { whatChanged } from "@/lib/offerings/what-changed";

/** Was and now, field by field, those marked that the one table of fields says reopen review. */
export function ReviewChanges({
  offering: { was, now, seen, number },
  labels,
}: {
  offering: MonitoredOffering;
  labels: Record<string, string>;
}) {
  const t = useTranslations("monitoring.one");
  if (seen >= number) return <p className="mt-6 text-ink-2">{t("seenText")}</p>;
  if (was === null) return <p className="mt-6 max-w-[62ch]">{t("newText")}</p>;
  const changes = whatChanged(was, now).toSorted(
    (a, b) => Number(fieldRules[b.field].reopensReview) - Number(fieldRules[a.field].reopensReview),
  );

  return (
    <Section id="changes" title={t("changes", { number: String(seen) })}>
      <ChangeList
        changes={changes}
        labels={labels}
        original={now.originalLanguage}
        noteFor={(field) =>
          fieldRules[field].reopensReview && (
            <span className="rounded-full bg-warn-soft px-2.5 py-0.5 font-semibold text-sm text-warn">{t("reopensReview")}</span>
          )
        }
      />
    </Section>
  );
}
