import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { StatementHistory } from "@/components/statements/statement-history";
import { StatementPart } from "@/components/statements/statement-part";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { countUses, findStatements, listStatementsChanged } from "@/lib/statements/queries";
import { statementParts } from "@/lib/statements/statements";

type Props = PageProps<"/[locale]/manage/statements">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "statements" });
  return { title: t("title"), robots: { index: false } };
}

/** What the provider states once for its whole catalogue. */
export default async function StatementsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/statements");
  const actor = actorOf(person);
  const statements = (await findStatements(actor)) ?? notFound();
  const [t, uses, history] = await Promise.all([getTranslations("statements"), countUses(actor), listStatementsChanged(actor)]);

  return (
    <DeskPage person={person} part="statements" title={t("title")} intro={t("intro")} done={(await searchParams).done}>
      {Object.keys(statements).length === 0 && (
        <div className="mt-8 max-w-[62ch] rounded-lg bg-sunk px-6 py-6">
          <h2 className="text-xl">{t("none")}</h2>
          <p className="mt-2">{t("noneText")}</p>
        </div>
      )}
      {statementParts.map((part) => (
        <StatementPart key={part} part={part} statements={statements} uses={uses} mayWrite={mayAtAll(actor, "statements.write")} />
      ))}
      <StatementHistory entries={history} />
    </DeskPage>
  );
}
