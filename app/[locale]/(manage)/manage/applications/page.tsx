import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { StateMark } from "@/components/applications/state-mark";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { Button } from "@/components/ui/button";
import { listOwnApplications } from "@/lib/applications/queries";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import { beginApplicationAction } from "./actions";

type Props = PageProps<"/[locale]/manage/applications">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "application" });
  return { title: t("list.title"), robots: { index: false } };
}

export default async function ApplicationsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/applications");
  const [t, query, applications] = await Promise.all([getTranslations("application"), searchParams, listOwnApplications(actorOf(person))]);

  return (
    <DeskPage person={person} part="applications" title={t("list.title")} intro={t("list.intro")} done={query.done}>
      <ProblemSaid code={query.problem} />
      {applications.length === 0 && <p className="mt-8 max-w-[62ch] text-lg">{t("list.none")}</p>}
      {applications.length > 0 && (
        <ul className="mt-8 divide-y divide-line border-line border-y">
          {applications.map(({ id, status, content, submittedAt, updatedAt, authority }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3.5">
              <span className="min-w-0">
                <a href={address(locale, `manage/applications/${id}`)} className="font-semibold">
                  {plainText(content.identity.names, locale) || t("unnamed")}
                </a>
                <span className="block text-ink-2 text-sm">
                  {submittedAt
                    ? t("list.sent", { authority: plainText(authority, locale), day: formatDay(dayOf(submittedAt), locale) })
                    : t("list.saved", { day: formatDay(dayOf(updatedAt), locale) })}
                </span>
              </span>
              <StateMark status={status} />
            </li>
          ))}
        </ul>
      )}
      <form action={beginApplicationAction} className="mt-8">
        <Button type="submit" look={applications.length > 0 ? "quiet" : "main"}>
          {t("list.begin")}
        </Button>
      </form>
    </DeskPage>
  );
}
