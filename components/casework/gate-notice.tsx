import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ClosedCase } from "@/lib/casework/review/queries";

/** Why somebody sees nothing of a case but that it exists. */
export function GateNotice({ gate }: { gate: Exclude<ClosedCase["gate"], "undeclared"> }) {
  const t = useTranslations("casework.gate");
  return (
    <div className="mt-6 max-w-[62ch]">
      <Notice>{t(`is.${gate}`)}</Notice>
    </div>
  );
}
