import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Memberships, SignIns, Suspension } from "@/components/accounts/account-parts";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { Section } from "@/components/ui/section";
import { findAccount } from "@/lib/accounts/overview/queries";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { changeMembershipAction, endMembershipAction, readmitAction, signOutEverywhereAction, suspendAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/accounts/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "accounts" });
  return { title: t("title"), robots: { index: false } };
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/accounts/${id}`);
  const account = (await findAccount(actorOf(person), id)) ?? notFound();
  const [t, problems, query] = await Promise.all([getTranslations("accounts"), getTranslations("problems"), searchParams]);
  const day = (moment: string) => formatDay(dayOf(new Date(moment)), locale, "long");
  const keeps = account.mayKeep && !account.isSelf;

  return (
    <DeskPage person={person} part="accounts" title={account.name || account.email} intro={account.email} done={query.done}>
      <ProblemSaid code={query.problem} />
      {account.suspendedAt && (
        <div className="mt-5 max-w-[68ch] rounded-md border-bad border-s-4 bg-bad-soft px-4 py-3">
          <p className="font-semibold text-bad">{t("suspendedSince", { day: day(account.suspendedAt) })}</p>
          {account.suspendedReason && <p className="whitespace-pre-line">{t("suspendedReason", { reason: account.suspendedReason })}</p>}
        </div>
      )}
      <p className="mt-4 text-ink-2 text-sm">
        {t("joined", { day: day(account.joinedAt) })} ·{" "}
        {account.lastSeenAt ? t("lastSeen", { day: day(account.lastSeenAt) }) : t("neverSeen")}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <a href={address(locale, `oversight/trail?${new URLSearchParams({ person: id })}`)}>{t("trail")}</a>
        <a href={address(locale, "oversight/accounts")}>{t("back")}</a>
      </p>
      <Section id="memberships" title={t("memberships")}>
        <Memberships
          account={account}
          change={(organisationId) => changeMembershipAction.bind(null, id, organisationId)}
          end={(organisationId) => endMembershipAction.bind(null, id, organisationId)}
        />
      </Section>
      <Section id="sign-ins" title={t("signIns")}>
        <SignIns account={account} signOut={keeps ? signOutEverywhereAction.bind(null, id) : null} />
      </Section>
      {keeps ? (
        <Suspension account={account} suspend={suspendAction.bind(null, id)} readmit={readmitAction.bind(null, id)} />
      ) : (
        <p className="mt-10 max-w-[62ch] text-ink-2">{problems(account.isSelf ? "ownAccount" : "accountOfOthers")}</p>
      )}
    </DeskPage>
  );
}
