import { useLocale, useTranslations } from "next-intl";
import { ToneMark } from "@/components/ui/tone-mark";
import type { AskedDocument } from "@/lib/criteria/form/form";
import { plainText } from "@/lib/texts/texts";

type Props = { documents: AskedDocument[]; files: readonly { document: string | null }[] };

/** The documents that the authority asks for, and which of them are there. */
export function DocumentsAsked({ documents, files }: Props) {
  const t = useTranslations("application");
  const locale = useLocale();

  return (
    <ul className="divide-y divide-line border-line border-y">
      {documents.map(({ code, title, guidance, required }) => {
        const there = files.some(({ document }) => document === code);
        return (
          <li key={code} className="py-2.5">
            <p className="font-semibold">
              {plainText(title, locale)}
              {!required && <span className="font-normal text-ink-2 text-sm"> ({t("answers.optional")})</span>}
            </p>
            <p className="max-w-[62ch] text-ink-2 text-sm">{plainText(guidance, locale)}</p>
            <p className={`flex items-baseline gap-2 text-sm ${there ? "text-good" : "text-ink-2"}`}>
              <ToneMark tone={there ? "good" : "none"} />
              {t(there ? "documents.there" : "documents.absent")}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
