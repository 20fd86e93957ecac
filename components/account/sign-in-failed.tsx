import { useTranslations } from "next-intl";

const explained: Record<string, "expired" | "denied" | "linked"> = {
  Verification: "expired",
  AccessDenied: "denied",
  OAuthAccountNotLinked: "linked",
};

/** Why signing in did not work, by next-auth's name for it, and what to do. */
export function SignInFailed({ error, contact }: { error: string; contact: string }) {
  const t = useTranslations("account.error");

  return (
    <div role="alert" className="mt-6 rounded-md border-2 border-bad bg-bad-soft px-5 py-4">
      <p className="font-bold text-bad">{t("title")}</p>
      <p>{t(explained[error] ?? "other", { contact })}</p>
    </div>
  );
}
