import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { address } from "@/lib/i18n/address";

type Props = {
  slug: string;
  status: "draft" | "published" | "withdrawn" | "archived";
  may: { withdraw: boolean; archive: boolean; copy: boolean };
};

/** What else can be done with an offering; each leads to a page that explains it before it is done. */
export function OtherActs({ slug, status, may }: Props) {
  const t = useTranslations("publication.acts");
  const locale = useLocale();
  const acts = [
    ...(may.copy ? (["copy"] as const) : []),
    ...(may.withdraw && status === "published" ? (["withdraw"] as const) : []),
    ...(may.archive && status !== "archived" ? (["archive"] as const) : []),
  ];
  if (acts.length === 0) return null;

  return (
    <Section id="acts" title={t("title")}>
      <ul className="divide-y divide-line border-line border-y">
        {acts.map((act) => (
          <li key={act} className="py-3">
            <a href={address(locale, `manage/offerings/${slug}/publication/${act}`)} className="font-semibold">
              {t(act)}
            </a>
            <p className="max-w-[62ch] text-ink-2 text-sm">{t(`${act}Text`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
