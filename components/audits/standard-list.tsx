import { useLocale } from "next-intl";
import type { AuditStandard } from "@/db/schema";
import { plainText } from "@/lib/texts/texts";

/** By what is measured. */
export function StandardList({ standards }: { standards: AuditStandard[] }) {
  const locale = useLocale();
  return (
    <dl className="grid max-w-[76ch] grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5">
      {standards.map(({ code, title }) => (
        <div key={code} className="contents">
          <dt className="font-semibold tabular-nums">{code}</dt>
          <dd className="[overflow-wrap:anywhere]">{plainText(title, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
