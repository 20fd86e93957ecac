import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CaseShut } from "@/components/casework/case-shut";
import { DecidePage } from "@/components/casework/decide-page";
import { DeskPage } from "@/components/desk/desk-page";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { findCase } from "@/lib/casework/review/queries";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { listLabelsAhead } from "@/lib/terms/queries";
import { plainText } from "@/lib/texts/texts";
import { refuseAction, registerAction, remitAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/applications/[id]/decision">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "casework" });
  return { title: t("stage.decision"), robots: { index: false } };
}

export default async function DecisionPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/applications/${id}/decision`);
  const actor = actorOf(person);
  const found = mayAtAll(actor, "application.decide") ? await findCase(actor, id) : undefined;
  if (!found) notFound();
  const [t, { done }] = await Promise.all([getTranslations("casework"), searchParams]);
  const name = plainText(found.application.content.identity.names, locale);
  const hears = found.gate === "open" && found.state.stage === "hearing";
  const frame = { person, part: "oversight" as const, title: t(hears ? "decide.appealTitle" : "decide.title", { name }), done };
  const back = <a href={address(locale, `oversight/applications/${id}`)}>{t("back")}</a>;

  return (
    <DeskPage {...frame} actions={back}>
      {found.gate === "open" ? (
        <DecidePage
          found={found}
          day={today()}
          labels={await listLabelsAhead()}
          register={registerAction.bind(null, id)}
          refuse={refuseAction.bind(null, id)}
          remit={remitAction.bind(null, id)}
        />
      ) : (
        <CaseShut gate={found.gate} href={address(locale, `oversight/applications/${id}`)} />
      )}
    </DeskPage>
  );
}
