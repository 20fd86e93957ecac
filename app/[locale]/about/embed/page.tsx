import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { EmbedForm } from "@/components/embed/embed-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { country } from "@/lib/country/country";
import { embedAddress, readPasted, snippetsOf } from "@/lib/embed/snippet";
import { readableAccent, readTheme } from "@/lib/embed/theme";
import { env } from "@/lib/env";
import { address } from "@/lib/i18n/address";
import { formatList } from "@/lib/i18n/format";
import { isLocale } from "@/lib/i18n/locales";
import { pageMetadata } from "@/lib/i18n/metadata";
import { plainText } from "@/lib/texts/texts";

type Props = PageProps<"/[locale]/about/embed">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale }, given] = await Promise.all([params, searchParams]);
  const t = await getTranslations({ locale, namespace: "embed.make" });
  return pageMetadata({ locale, path: "about/embed", title: t("title"), description: t("lead"), noindex: Object.keys(given).length > 0 });
}

/** For who keeps another site: what to write into a page there, and how it looks. */
export default async function MakeEmbedPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams]);
  setRequestLocale(locale);
  const t = await getTranslations("embed.make");
  const pasted = [given.search ?? ""].flat()[0] ?? "";
  const search = readPasted(pasted);
  const theme = readTheme(given);
  const language = [given.language ?? ""].flat()[0];
  const wanted = { locale: isLocale(language) ? language : locale, search, theme };
  const title = t("frame", { name: plainText(country.name, wanted.locale) });
  const snippets = snippetsOf({ ...wanted, site: env.SITE_URL, title });
  const isChanged =
    theme.accent && (["light", "dark"] as const).some((scheme) => theme.accent && readableAccent(theme.accent, scheme) !== theme.accent);

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb label={t("breadcrumb")} steps={[{ href: address(locale, "about"), name: t("about") }]} />
      <h1 className="mt-4 text-3xl">{t("title")}</h1>
      <p className="mt-3 max-w-[62ch] text-ink-2">{t("lead")}</p>
      {env.EMBED_ORIGINS && (
        <div className="mt-5 max-w-[44rem]">
          <Notice>{t("only", { sites: formatList(env.EMBED_ORIGINS, locale) })}</Notice>
        </div>
      )}
      <EmbedForm pasted={pasted} theme={theme} language={wanted.locale} />
      {pasted.trim() !== "" && search.size === 0 && (
        <div className="mt-5 max-w-[44rem]">
          <Notice>{t("notASearch")}</Notice>
        </div>
      )}
      {isChanged && (
        <div className="mt-5 max-w-[44rem]">
          <Notice>{t("accentChanged")}</Notice>
        </div>
      )}
      <Section id="code" title={t("code")}>
        <p className="max-w-[62ch] text-ink-2">{t("scriptHint")}</p>
        <Code label={t("script")} text={snippets.script} />
        <p className="mt-6 max-w-[62ch] text-ink-2">{t("frameHint")}</p>
        <Code label={t("frameAlone")} text={snippets.frame} />
        <p className="mt-6 max-w-[62ch]">{t("privacy")}</p>
      </Section>
      <Section id="preview" title={t("preview")}>
        <iframe
          src={embedAddress({ ...wanted, site: "" })}
          title={title}
          loading="lazy"
          className="h-[40rem] w-full max-w-[52rem] rounded-lg border border-line-strong"
        />
      </Section>
    </main>
  );
}

function Code({ label, text }: { label: string; text: string }) {
  return (
    <figure className="mt-3">
      <figcaption className="mb-1 font-semibold text-sm">{label}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <pre tabIndex={0} className="max-w-full overflow-x-auto rounded-md bg-sunk p-4 text-sm">
        <code>{text}</code>
      </pre>
    </figure>
  );
}
