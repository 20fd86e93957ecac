import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import type { OwnOffering } from "@/lib/offerings/drafts/queries";

/** What the public sees now, and that nothing of what is written here changes it before it is published. */
export function PendingNotice({ own }: { own: OwnOffering }) {
  const t = useTranslations("editor.pending");
  const locale = useLocale();
  const { live, pending, slug, status } = own;
  // That it is archived stands with the fields, and nothing comes next.
  if (status === "archived") return null;
  if (!live) return <p className="mt-4 text-ink-2 text-sm">{t("draft")}</p>;
  const state = status === "withdrawn" ? "withdrawn" : pending ? "pending" : "live";

  return (
    <div className="mt-4">
      <Notice>
        <p>
          {t(state, { number: live.number, day: formatDay(live.effectiveFrom, locale, "long") })}
          {pending?.publishOn && ` ${t("scheduled", { day: formatDay(pending.publishOn, locale, "long") })}`}
        </p>
        <p className="mt-1 flex flex-wrap gap-x-5 [&>a]:py-0.5">
          {status === "published" && <a href={address(locale, `offerings/${slug}`)}>{t("seeLive")}</a>}
          {pending && <a href={address(locale, `manage/offerings/${slug}/publication`)}>{t("compare")}</a>}
          {pending && <a href={address(locale, `manage/offerings/${slug}/discard`)}>{t("discard")}</a>}
        </p>
      </Notice>
    </div>
  );
}
