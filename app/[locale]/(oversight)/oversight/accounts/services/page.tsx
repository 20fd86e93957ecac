import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RegisterServiceForm } from "@/components/accounts/register-service-form";
import { ServiceTable } from "@/components/accounts/service-table";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { HandOver } from "@/components/team/hand-over";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { findHandover, requirePerson } from "@/lib/auth/session";
import { listServices } from "@/lib/guidance/services/queries";
import { address } from "@/lib/i18n/address";
import { paged } from "@/lib/pages/paged";
import { invitationUrl } from "@/lib/team/invitations/commands";
import { findInvitation } from "@/lib/team/queries";
import { endServiceAction, registerServiceAction, resumeServiceAction, serviceHandedOverAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/accounts/services">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "accounts.services" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ServicesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/accounts/services");
  const services = (await listServices(actorOf(person))) ?? notFound();
  const [t, accounts, query, handover] = await Promise.all([
    getTranslations("accounts.services"),
    getTranslations("accounts"),
    searchParams,
    findHandover(),
  ]);
  const token = handover?.split(".")[1];
  const invited = token ? await findInvitation(token) : undefined;
  const { shown, page, pages } = paged(services, query.page);
  const here = address(locale, "oversight/accounts/services");

  return (
    <DeskPage person={person} part="accounts" title={t("title")} intro={t("intro")} done={query.done}>
      <ProblemSaid code={query.problem} />
      <p className="mt-4 text-sm">
        <a href={address(locale, "oversight/accounts")}>{accounts("back")}</a>
      </p>
      {token && invited?.state === "open" && (
        <HandOver email={invited.email} url={invitationUrl(token, locale)} action={serviceHandedOverAction} />
      )}
      <Section id="services" title={t("list")}>
        {services.length === 0 ? (
          <Nothing className="mt-0">{t("none")}</Nothing>
        ) : (
          <ServiceTable
            services={shown}
            end={(slug) => endServiceAction.bind(null, slug)}
            resume={(slug) => resumeServiceAction.bind(null, slug)}
          />
        )}
        <Pagination page={page} pages={pages} href={(one) => `${here}?page=${one}`} />
      </Section>
      <Section id="register" title={t("registerTitle")}>
        <RegisterServiceForm action={registerServiceAction} />
      </Section>
    </DeskPage>
  );
}
