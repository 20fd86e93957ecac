import type { AuditFinding, AuditStandard } from "@/db/schema";
import { auditNumber } from "@/lib/audits/number";
import { plainText } from "@/lib/texts/texts";

type Words = Pick<AuditFinding, "number" | "standard" | "text" | "versionNumber"> & { slug: string | null };

/** What the findings give as reasons, for a registrar to work on: each with its standard and the version that was inspected. */
export function reasonsFor(number: number, findings: Words[], standards: AuditStandard[], locale: string): string {
  const lines = findings.map(({ number: of, standard, text, versionNumber, slug }) => {
    const title = plainText(standards.find(({ code }) => code === standard)?.title, locale);
    const where = slug ? ` (${slug}, v${versionNumber})` : "";
    return `${of}. ${standard}${title && ` ${title}`}${where}: ${text}`;
  });
  return [`${auditNumber(number)}`, ...lines].join("\n\n").slice(0, 9_900);
}
