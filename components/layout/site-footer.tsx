import { useTranslations } from "next-intl";
import { country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { readAbout, reportPath } from "@/lib/reports/report";
import { textIn } from "@/lib/texts/texts";
import { Logo } from "./logo";
import { recommendationUrl } from "./recommendation";

const linkClass = "inline-flex min-h-8 items-center text-ink hover:text-accent";

/** Pages that stand within another. */
const inFolder: Record<string, string> = { log: "register/log", embed: "about/embed" };

/** `path` is the address after the language, null where the page is nobody's. */
export function SiteFooter({ locale, path }: { locale: string; path: string | null }) {
  const t = useTranslations("common");
  const name = textIn(country.name, locale)?.text;
  const about = path === null ? undefined : readAbout(path);

  return (
    <footer className="mt-24 border-line border-t bg-sunk print:hidden">
      <div className="wrap grid gap-x-12 gap-y-10 py-12 md:grid-cols-[1.4fr_1fr_1fr]">
        <div>
          <p className="flex items-center gap-2.5 font-display font-semibold text-xl">
            <Logo />
            {name}
          </p>
          <p className="mt-3 max-w-[42ch] text-ink-2">{t("footer.what")}</p>
        </div>
        <section aria-labelledby="footer-authorities">
          <h2 id="footer-authorities" className="font-bold font-text text-base tracking-normal">
            {t("footer.authorities")}
          </h2>
          <ul className="mt-2 space-y-1.5 text-ink-2">
            {country.authorities.map(({ slug, names }) => (
              <li key={slug}>{textIn(names, locale)?.text}</li>
            ))}
          </ul>
        </section>
        <nav aria-labelledby="footer-more">
          <h2 id="footer-more" className="font-bold font-text text-base tracking-normal">
            {t("footer.more")}
          </h2>
          <ul className="mt-1">
            {(["about", "skills", "statistics", "audits", "log", "embed", "accessibility", "privacy"] as const).map((page) => (
              <li key={page}>
                <a className={linkClass} href={address(locale, inFolder[page] ?? page)}>
                  {t(`footer.${page}`)}
                </a>
              </li>
            ))}
            {about && (
              <li>
                <a className={linkClass} href={address(locale, reportPath(about))} rel="nofollow">
                  {t("footer.report")}
                </a>
              </li>
            )}
            <li>
              <a className={linkClass} href={`mailto:${country.contact.email}`}>
                {t("footer.contact")}
              </a>
            </li>
            <li>
              <a className={linkClass} href={recommendationUrl(locale)}>
                {t("footer.recommendation")}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
