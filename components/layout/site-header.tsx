import { useTranslations } from "next-intl";
import { KeptCount } from "@/components/lists/kept-count";
import { country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { AccountLinks } from "./account-links";
import { LanguageSwitch } from "./language-switch";
import { Logo } from "./logo";

const pages = ["offerings", "providers", "register", "about"] as const;

/** `path` is the address after the language, without its query. */
export function SiteHeader({
  locale,
  path,
  query,
  person,
}: {
  locale: string;
  path: string;
  query: string;
  person: { name: string; email: string } | undefined;
}) {
  const [t, lists] = [useTranslations("common"), useTranslations("lists")];

  return (
    <header className="print:hidden">
      <a
        href="#main"
        className="absolute start-4 top-2 z-10 -translate-y-20 rounded-md bg-accent px-4 py-3 font-semibold text-accent-ink focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <div className="border-line border-b bg-sunk text-sm">
        <div className="wrap flex flex-wrap items-center justify-between gap-x-6 py-1">
          {country.demonstration && (
            <p className="py-1">
              <strong className="font-semibold">{t("demonstration.label")}</strong> {t("demonstration.text")}
            </p>
          )}
          <LanguageSwitch locale={locale} path={path} query={query} />
        </div>
      </div>
      <div className="border-line border-b">
        <div className="wrap flex flex-wrap items-center gap-x-4 gap-y-1 py-2 sm:gap-x-10 sm:py-3">
          <a
            href={address(locale)}
            className="flex min-h-11 items-center gap-2.5 font-display font-semibold text-ink text-xl no-underline hover:text-accent"
          >
            <Logo />
            {plainText(country.name, locale)}
          </a>
          <nav aria-label={t("nav.label")} className="max-sm:order-last max-sm:basis-full">
            <ul className="flex flex-wrap max-sm:-ms-2 sm:gap-x-1">
              {pages.map((page) => (
                <li key={page}>
                  <NavLink href={address(locale, page)} current={isOn(path, page)} exact={path === page}>
                    {t(`nav.${page}`)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="ms-auto flex flex-wrap items-center">
            <KeptCount href={address(locale, "lists")} label={lists("nav")} current={isOn(path, "lists")} />
            <AccountLinks locale={locale} path={path} person={person} />
          </div>
        </div>
      </div>
    </header>
  );
}

function isOn(path: string, page: string): boolean {
  return path === page || path.startsWith(`${page}/`);
}

function NavLink({ href, current, exact, children }: { href: string; current: boolean; exact: boolean; children: string }) {
  return (
    <a
      href={href}
      aria-current={exact ? "page" : current ? "true" : undefined}
      className="flex min-h-11 items-center border-transparent border-b-3 px-2 text-ink no-underline max-sm:text-sm sm:px-2.5 hover:border-line-strong forced-colors:not-aria-[current]:border-[Canvas] aria-[current]:border-accent aria-[current]:font-semibold"
    >
      {children}
    </a>
  );
}
