import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { NoticeRow } from "@/db/schema";
import { formatDay } from "@/lib/i18n/format";
import { noticeSentence } from "@/lib/notices/words";

type Act = () => Promise<void>;
export type ShownNotice = { notice: NoticeRow; day: string; open: Act; read: Act };

/** Notices with what can be done about each. Buttons say to screen readers which notice is theirs. */
export function NoticeList({ notices }: { notices: ShownNotice[] }) {
  const t = useTranslations("notices");
  const locale = useLocale();

  return (
    <ul className="divide-y divide-line border-line border-y">
      {notices.map(({ notice, day, open, read }) => {
        const sentence = noticeSentence(notice, locale);
        const isUnread = notice.readAt === null;
        return (
          <li key={notice.id} className="grid gap-x-6 gap-y-2 py-3.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
            <div className="min-w-0">
              <p className={`max-w-[68ch] [overflow-wrap:anywhere] ${isUnread ? "font-semibold" : ""}`}>{sentence}</p>
              <p className="text-ink-2 text-sm">{formatDay(day, locale, "long")}</p>
            </div>
            <div className="flex flex-wrap gap-2">
              {isUnread && (
                <form action={read}>
                  <button
                    type="submit"
                    aria-label={t("markReadLong", { sentence })}
                    className="min-h-11 cursor-pointer px-2 text-accent text-sm underline underline-offset-4 hover:decoration-2"
                  >
                    {t("markRead")}
                  </button>
                </form>
              )}
              <form action={open}>
                <Button look="quiet" type="submit" aria-label={t("openLong", { sentence })}>
                  {t("open")}
                </Button>
              </form>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
