import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OwnApplications } from "@/components/applications/own-applications";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { Button } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { listOwnApplications } from "@/lib/applications/queries";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
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
      {applications.length === 0 ? (
        <Nothing>{t("list.none")}</Nothing>
      ) : (
        <div className="mt-8">
          <OwnApplications applications={applications} />
        </div>
      )}
      <form action={beginApplicationAction} className="mt-8">
        <Button type="submit" look={applications.length > 0 ? "quiet" : "main"}>
          {t("list.begin")}
        </Button>
      </form>
    </DeskPage>
  );
}
