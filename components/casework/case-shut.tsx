import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { ClosedCase } from "@/lib/casework/review/queries";
import { GateNotice } from "./gate-notice";

/** In place of a part of a case for whoever has not passed its gate; where that is asked, the link leads to the question. */
export function CaseShut({ gate, href }: { gate: ClosedCase["gate"]; href: string }) {
  const t = useTranslations("casework");
  if (gate !== "undeclared") return <GateNotice gate={gate} />;
  return (
    <div className="mt-6 max-w-[62ch]">
      <p className="mb-4">{t("gate.first")}</p>
      <ButtonLink href={`${href}#gate`}>{t("gate.go")}</ButtonLink>
    </div>
  );
}
