import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AccountFilters, AccountTable } from "@/components/accounts/account-list";
import { DeskPage } from "@/components/desk/desk-page";
import { LocalText } from "@/components/offerings/local-text";
import { ButtonLink } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { type AccountQuery, accountQuery } from "@/lib/accounts/overview/list";
import { listAccounts, listLeaderless } from "@/lib/accounts/overview/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";

type Props = PageProps<"/[locale]/oversight/accounts">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "accounts" });
  return { title: t("title"), robots: { index: false } };
}

export default async function AccountsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/accounts");
  const actor = actorOf(person);
  const asked = await searchParams;
  const query = accountQuery.parse(asked);
  const found = (await listAccounts(actor, query)) ?? notFound();
  const [t, leaderless] = await Promise.all([getTranslations("accounts"), listLeaderless(actor)]);
  const here = address(locale, "oversight/accounts");
  const isKeeper = mayAtAll(actor, "instance.manage");

  return (
    <DeskPage
      person={person}
      part="accounts"
      title={t("title")}
      intro={t(isKeeper ? "introKeeper" : "intro")}
      done={asked.done}
      actions={
        isKeeper && (
          <>
            <ButtonLink href={address(locale, "oversight/accounts/invite")} look="quiet">
              {t("inviteTitle")}
            </ButtonLink>
            <ButtonLink href={address(locale, "oversight/accounts/services")} look="quiet">
              {t("services.link")}
            </ButtonLink>
          </>
        )
      }
    >
      {leaderless.length > 0 && (
        <Details summary={t("leaderless", { count: leaderless.length })} className="mt-5">
          <ul className="mt-1 border-line border-s-2 ps-3">
            {leaderless.map(({ slug, name }) => (
              <li key={slug} className="py-1">
                <LocalText texts={name} quiet />:{" "}
                <a href={address(locale, `oversight/accounts/invite?${new URLSearchParams({ organisation: slug })}`)}>{t("inviteHere")}</a>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <AccountFilters query={query} />
      <p role="status" className="mt-6 mb-2 font-semibold">
        {t("found", { count: found.total })}
      </p>
      {found.total === 0 ? <Nothing action={<a href={here}>{t("all")}</a>}>{t("nothing")}</Nothing> : <AccountTable rows={found.rows} />}
      <div className="mt-6">
        <Pagination page={found.page} pages={found.pages} href={(page) => `${here}?${addressOf({ ...query, page })}`} />
      </div>
    </DeskPage>
  );
}

function addressOf(query: AccountQuery): URLSearchParams {
  const chosen = Object.entries(query).filter(([, value]) => value !== "" && value !== "any");
  return new URLSearchParams(chosen.map(([name, value]) => [name, String(value)]));
}
