import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { Button } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { listCriteria } from "@/lib/criteria/queries";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import { draftCriteriaAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/criteria">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "criteria" });
  return { title: t("title"), robots: { index: false } };
}

export default async function CriteriaPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/criteria");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "criteria.read")) notFound();
  const [t, sets, query] = await Promise.all([getTranslations("criteria"), listCriteria(actor), searchParams]);
  const begins = mayAtAll(actor, "criteria.manage") && sets.every(({ publishedAt }) => publishedAt);

  return (
    <DeskPage
      person={person}
      part="criteria"
      title={t("title")}
      intro={t("intro")}
      done={query.done}
      actions={
        begins && (
          <form action={draftCriteriaAction}>
            <Button type="submit">{t("begin")}</Button>
          </form>
        )
      }
    >
      <ProblemSaid code={query.problem} />
      {sets.length === 0 ? (
        <Nothing>{t("none")}</Nothing>
      ) : (
        <ul className="mt-8 divide-y divide-line border-line border-y">
          {sets.map(({ id, number, validFrom, content }) => (
            <li key={id} className="py-3.5">
              <a href={address(locale, `oversight/criteria/${id}`)} className="font-semibold">
                {validFrom ? t("version", { number }) : t("draft")}: {plainText(content.title, locale)}
              </a>
              {validFrom && <span className="block text-ink-2 text-sm">{t("since", { day: formatDay(validFrom, locale, "long") })}</span>}
            </li>
          ))}
        </ul>
      )}
    </DeskPage>
  );
}
