import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { safeReturn } from "@/lib/accounts/input";
import { address } from "@/lib/i18n/address";

type Props = PageProps<"/[locale]/sign-in/link">;

/** The token stands in the address: no other site may learn it. */
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** Where a mailed link leads. It is used up only by the button: programs that look through mail follow links. */
export default async function SignInLinkPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("account.link");
  const query = await searchParams;
  const [email, token, to] = ["email", "token", "to"].map((name) => [query[name]].flat()[0]);

  if (!email || !token) {
    return (
      <main id="main" className="wrap max-w-3xl py-12">
        <h1 className="text-3xl">{(await getTranslations("account.error"))("title")}</h1>
        <p className="mt-4 text-lg">{t("bad")}</p>
        <p className="mt-6">
          <a href={address(locale, "sign-in")}>{(await getTranslations("account"))("signIn")}</a>
        </p>
      </main>
    );
  }
  return (
    <main id="main" className="wrap max-w-3xl py-12">
      <h1 className="text-3xl">{t("title", { email })}</h1>
      <p className="mt-4 text-lg">{t("text")}</p>
      <form action="/api/auth/callback/email" method="get" className="mt-6">
        <input type="hidden" name="callbackUrl" value={safeReturn(to, address(locale, "manage"))} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <Button type="submit">{t("button")}</Button>
      </form>
    </main>
  );
}
