import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { MissingStones } from "@/components/offerings/missing-stones";
import { ProviderFilter } from "@/components/providers/provider-filter";
import { ProviderRow } from "@/components/providers/provider-row";
import { ButtonLink } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { paged } from "@/lib/pages/paged";
import { filterProviders, parseProviderFilter } from "@/lib/providers/filter";
import { listProviders } from "@/lib/providers/queries";

type Props = PageProps<"/[locale]/providers">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "provider.list" });
  return pageMetadata({ locale, path: "providers", title: t("title"), description: t("lead") });
}

export default async function ProvidersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("provider.list");
  const query = await searchParams;
  const filter = parseProviderFilter(query);
  const providers = filterProviders(await listProviders(), filter, locale);
  const { shown, page, pages } = paged(providers, query.page);
  const to = (page: number) =>
    `${address(locale, "providers")}?${new URLSearchParams({ ...(filter.q && { q: filter.q }), ...(filter.type && { type: filter.type }), page: String(page) })}`;

  return (
    <main id="main" className="wrap pb-8">
      <h1 className="mt-10 text-3xl">{t("title")}</h1>
      <p className="mt-3 mb-6 max-w-[62ch] text-ink-2">{t("lead")}</p>
      <ProviderFilter filter={filter} />
      <p role="status" className="mt-8 mb-3 font-semibold">
        {t("found", { count: providers.length })}
      </p>
      {providers.length === 0 ? (
        <div className="border-line border-t pt-8">
          <MissingStones />
          <p className="max-w-[60ch] text-lg">{t("nothing")}</p>
          <p className="mt-6">
            <ButtonLink href={address(locale, "providers")}>{t("all")}</ButtonLink>
          </p>
        </div>
      ) : (
        <>
          <ul>
            {shown.map((provider) => (
              <li key={provider.id}>
                <ProviderRow provider={provider} />
              </li>
            ))}
          </ul>
          <Pagination page={page} pages={pages} href={to} />
        </>
      )}
    </main>
  );
}
