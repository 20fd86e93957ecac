import { useLocale, useTranslations } from "next-intl";
import type { Said } from "@/lib/applications/queries";
import { dayOf } from "@/lib/clock";
import { formatDay } from "@/lib/i18n/format";

/** What authority and applicant wrote to each other. */
export function Conversation({ messages }: { messages: Said[] }) {
  const t = useTranslations("application.conversation");
  const locale = useLocale();
  if (messages.length === 0) return <p className="text-ink-2">{t("none")}</p>;

  return (
    <ol className="grid gap-3">
      {messages.map(({ id, side, author, text, writtenAt }) => (
        <li
          key={id}
          className={`max-w-[62ch] rounded-lg border px-4 py-3 ${side === "authority" ? "border-warn bg-warn-soft" : "ms-6 border-line bg-raised sm:ms-12"}`}
        >
          <p className="mb-1 text-ink-2 text-sm">{t(side, { name: author, day: formatDay(dayOf(writtenAt), locale) })}</p>
          <p className="wrap-anywhere whitespace-pre-line">{text}</p>
        </li>
      ))}
    </ol>
  );
}
