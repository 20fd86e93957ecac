import { useLocale } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";

/**
 * A check box with its label and how many it would find. None found is said quietly, and can still be
 * chosen. Between two boxes are 12 pixels or more: so much that 24 stay where a bar covers a part of one (WCAG 2.5.8).
 */
export function CheckOption({
  name,
  value,
  label,
  checked,
  count,
}: {
  name: string;
  value: string;
  label: string;
  checked: boolean;
  count?: number | undefined;
}) {
  const locale = useLocale();

  return (
    <label className={`flex min-h-9 items-start gap-2.5 py-1 leading-snug ${count === 0 && !checked ? "text-ink-2" : ""}`}>
      <input type="checkbox" name={name} value={value} defaultChecked={checked} className="size-6 shrink-0" />
      <span className="min-w-0">{label}</span>
      {count !== undefined && <span className="ms-auto text-ink-2 text-sm tabular-nums">{formatNumber(count, locale)}</span>}
    </label>
  );
}
