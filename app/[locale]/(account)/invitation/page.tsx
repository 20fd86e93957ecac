import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ProblemSaid } from "@/components/desk/problem-said";
import { Button, ButtonLink } from "@/components/ui/button";
import { findPerson } from "@/lib/auth/session";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { findInvitation } from "@/lib/team/queries";
import { plainText } from "@/lib/texts/texts";
import { acceptInvitationAction, signInAsOtherAction } from "./actions";

type Props = PageProps<"/[locale]/invitation">;

/** The token stands in the address: no other site may learn it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "team.invitation" });
  return { title: t("short"), robots: { index: false }, referrer: "same-origin" };
}

export default async function InvitationPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const query = await searchParams;
  const token = [query.token].flat()[0] ?? "";
  const [t, account, invited, person] = await Promise.all([
    getTranslations("team.invitation"),
    getTranslations("account"),
    findInvitation(token),
    findPerson(),
  ]);

  const closed = invited?.state === "open" ? undefined : (invited?.state ?? "unknown");
  if (!invited || closed) {
    return (
      <main id="main" className="wrap max-w-3xl py-12">
        <h1 className="text-3xl">{t("closedTitle")}</h1>
        <p className="mt-4 text-lg">{t(`closed.${closed ?? "unknown"}`)}</p>
        <p className="mt-6">
          <a href={address(locale, "manage")}>{t("desk")}</a>
        </p>
      </main>
    );
  }

  const { email } = invited;
  const organisation = plainText(invited.organisation, locale);
  const signIn = `sign-in?${new URLSearchParams({ to: address(locale, `invitation?${new URLSearchParams({ token })}`) })}`;
  return (
    <main id="main" className="wrap max-w-3xl py-12">
      <h1 className="text-3xl">{t("title", { organisation })}</h1>
      <ProblemSaid code={query.problem} />
      <p className="mt-4 text-lg">
        {t("text", {
          named: invited.invitedBy ? "yes" : "no",
          by: invited.invitedBy ?? "",
          organisation,
          role: account(`role.${invited.role}`),
        })}
      </p>
      <p className="mt-1 text-ink-2">{t("for", { email, day: formatDay(dayOf(invited.expiresAt), locale, "long") })}</p>
      <div className="mt-8">
        {!person && (
          <>
            <p className="mb-4">{t("signInFirst", { email })}</p>
            <ButtonLink href={address(locale, signIn)}>{account("signIn")}</ButtonLink>
          </>
        )}
        {person?.email === email && (
          <form action={acceptInvitationAction.bind(null, token)}>
            <p className="mb-4">{t("signedInAs", { email })}</p>
            <Button type="submit">{t("accept")}</Button>
          </form>
        )}
        {person && person.email !== email && (
          <form action={signInAsOtherAction.bind(null, token)} className="rounded-md border-warn border-s-4 bg-warn-soft px-5 py-4">
            <p className="mb-4">{t("otherAddress", { email, own: person.email })}</p>
            <Button look="quiet" type="submit">
              {t("signInAsOther", { email })}
            </Button>
          </form>
        )}
      </div>
    </main>
  );
}
