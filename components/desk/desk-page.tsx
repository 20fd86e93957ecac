import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { actorOf } from "@/lib/auth/actor";
import type { SignedIn } from "@/lib/auth/sign-ins/queries";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { DeskNav, type DeskPart } from "./desk-nav";
import { Done } from "./done";

/** Every page of the desk: for whom one acts, where one is, a heading with what can be done here, and the page itself. */
export function DeskPage({
  person,
  part,
  title,
  intro,
  actions,
  done,
  doneValues,
  children,
}: {
  person: SignedIn;
  part: DeskPart;
  title: ReactNode;
  intro?: ReactNode;
  /** Buttons beside the heading. */
  actions?: ReactNode;
  /** `done` of the address: what was just done (components/desk/done.tsx). */
  done?: string | string[] | undefined;
  doneValues?: Record<string, string | number>;
  children: ReactNode;
}) {
  const locale = useLocale();
  const [t, account] = [useTranslations("desk"), useTranslations("account")];
  const { acting } = person;

  return (
    <div className="wrap">
      <aside
        aria-label={account("page.organisations")}
        className="flex flex-wrap items-center gap-x-3 border-line border-b py-2.5 text-sm print:hidden"
      >
        {acting ? (
          <>
            <span>
              {t("for", { organisation: plainText(acting.name, locale) })} {t("as", { role: account(`role.${acting.role}`) })}
            </span>
            {person.members.length > 1 && <a href={address(locale, "account#organisations")}>{t("switch")}</a>}
          </>
        ) : (
          <span>{t("noOrganisation")}</span>
        )}
        <a href={address(locale, "account")} className="ms-auto">
          {person.name || person.email}
        </a>
      </aside>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 lg:grid-cols-[12.5rem_minmax(0,1fr)]">
        <div className="pt-3 lg:pt-8 print:hidden">
          <DeskNav actor={actorOf(person)} current={part} unread={person.unread} />
        </div>
        <main id="main" className="min-w-0 pt-5 pb-16 lg:pt-8">
          <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
            <div className="min-w-0 grow basis-full md:basis-[32rem]">
              <h1 className="text-3xl">{title}</h1>
              {intro && <p className="mt-2 max-w-[68ch] text-ink-2">{intro}</p>}
            </div>
            {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
          </div>
          <Done code={done} {...(doneValues ? { values: doneValues } : {})} />
          {children}
        </main>
      </div>
    </div>
  );
}
