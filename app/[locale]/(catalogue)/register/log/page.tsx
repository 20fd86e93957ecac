import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CheckedEntry } from "@/components/log/checked-entry";
import { CheckpointNow, DailyCheckpoints, ForMachines } from "@/components/log/checkpoints";
import { ToldEntries } from "@/components/log/told-entries";
import { WhatItIs } from "@/components/log/what-it-is";
import { Button } from "@/components/ui/button";
import { InputField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { checkEntry, type Evidence } from "@/lib/public-log/check";
import { findHead, type Head, listDailyCheckpoints, listEntries, listLogKeys, proveInclusion } from "@/lib/public-log/queries";
import { listToldEntries } from "@/lib/public-log/told/queries";

type Props = PageProps<"/[locale]/register/log">;

const [entriesShown, daysShown] = [20, 12];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "log" });
  return pageMetadata({ locale, path: "register/log", title: t("title"), description: t("description") });
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value.trim() : undefined);
const isWhole = (text: string | undefined) => /^\d{1,15}$/.test(text ?? "");

export default async function LogPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("log");
  const query = await searchParams;
  const [asked, before] = [one(query.entry), one(query.before)];
  const head = await findHead();
  const size = head?.size ?? 0;
  const from = isWhole(before) ? Math.min(Number(before), size) : size;
  const [entries, days, keys] = await Promise.all([
    listToldEntries(from, entriesShown),
    listDailyCheckpoints(daysShown + 1),
    listLogKeys(),
  ]);
  const evidence = head && isWhole(asked) && Number(asked) < size ? await evidenceFor(Number(asked), head, keys) : undefined;
  const last = entries.at(-1)?.position ?? 0;

  return (
    <main id="main" className="wrap pb-8">
      <h1 className="mt-10 text-3xl">{t("title")}</h1>
      <p className="mt-3 max-w-[62ch] text-lg">{t("lead")}</p>
      <p className="mt-2 text-ink-2">{t("size", { count: size })}</p>
      <WhatItIs />
      <Section id="check" title={t("check.heading")}>
        <p className="max-w-[66ch]">{t("check.intro")}</p>
        <form action={`${address(locale, "register/log")}#check`} className="mt-4 flex flex-wrap items-end gap-3">
          <InputField label={t("check.label")} id="entry" name="entry" inputMode="numeric" maxLength={15} required defaultValue={asked} />
          <Button>{t("check.button")}</Button>
        </form>
        {asked && !evidence && (
          <div role="alert" className="mt-4 max-w-[52rem]">
            <Notice>
              {isWhole(asked)
                ? t("check.none", { number: asked, last: Math.max(0, size - 1) })
                : t("check.badNumber", { number: asked.slice(0, 40) })}
            </Notice>
          </div>
        )}
        {evidence && <CheckedEntry evidence={evidence} checked={await checkEntry(evidence)} />}
      </Section>
      <Section id="entries" title={t("entries.heading")}>
        {entries.length === 0 ? (
          <p className="max-w-[62ch]">{t("entries.none")}</p>
        ) : (
          <>
            <p className="mb-3 text-ink-2">{from < size ? t("entries.before", { number: from }) : t("entries.newest")}</p>
            <ToldEntries entries={entries} />
          </>
        )}
        <p className="mt-4 flex flex-wrap gap-x-8 gap-y-2">
          {from < size && <a href={address(locale, "register/log#entries")}>{t("entries.newer")}</a>}
          {last > 0 && <a href={address(locale, `register/log?before=${last}#entries`)}>{t("entries.older")}</a>}
        </p>
      </Section>
      <CheckpointNow head={head} keys={keys} />
      <DailyCheckpoints days={days.slice(0, daysShown)} more={days.length > daysShown} />
      <ForMachines />
    </main>
  );
}

/** All that an entry is checked by, and nothing else. */
async function evidenceFor(position: number, head: Head, keys: string[]): Promise<Evidence | undefined> {
  const [[found], hashes] = await Promise.all([listEntries(position, position), proveInclusion(position, head.size)]);
  if (!found) return undefined;
  return {
    entry: found.content,
    position,
    hashes: hashes.map((hash) => Buffer.from(hash).toString("base64")),
    checkpoint: head.note,
    keys,
  };
}
