import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { KeptCard } from "@/components/lists/kept-card";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { findTemplate } from "@/lib/guidance/templates/queries";
import { address } from "@/lib/i18n/address";

type Props = PageProps<"/[locale]/guidance/templates/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "guidance.templates" });
  return { title: t("title"), robots: { index: false } };
}

export default async function TemplatePage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`guidance/templates/${id}`);
  const actor = actorOf(person);
  const { template, items } = (await findTemplate(actor, id)) ?? notFound();
  const t = await getTranslations("guidance.templates");
  const change = mayAtAll(actor, "guidance.lead") && (
    <ButtonLink href={address(locale, `guidance/lists/${id}`)} look="quiet">
      {t("change")}
    </ButtonLink>
  );

  return (
    <DeskPage
      person={person}
      part="templates"
      title={template.title}
      intro={t("count", { count: items.length })}
      actions={
        <>
          <ButtonLink href={address(locale, `guidance/lists/new?template=${id}`)}>{t("begin")}</ButtonLink>
          {change}
        </>
      }
    >
      <p className="mt-4 text-sm">
        <a href={address(locale, "guidance/templates")}>{t("all")}</a>
      </p>
      {items.length === 0 ? (
        <Nothing>{t("nothingIn")}</Nothing>
      ) : (
        <ol className="mt-5">
          {items.map(({ offering, note }) => (
            <li key={offering.id}>
              <KeptCard offering={offering} day={today()}>
                {note && <p className="mt-3 max-w-[62ch] whitespace-pre-line border-line border-s-2 ps-3">{note}</p>}
              </KeptCard>
            </li>
          ))}
        </ol>
      )}
    </DeskPage>
  );
}
