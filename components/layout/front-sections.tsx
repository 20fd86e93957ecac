import { useTranslations } from "next-intl";
import { CairnPicture } from "@/components/offerings/cairn-picture";
import { Stone } from "@/components/offerings/stone";
import { address } from "@/lib/i18n/address";

/** What a microcredential is, in words and as a cairn, and how its stone is read. */
export function WhatItIs({ locale }: { locale: string }) {
  const t = useTranslations("front");

  return (
    <section aria-labelledby="what" className="bg-raised py-16">
      <div className="wrap grid gap-x-16 gap-y-10 lg:grid-cols-2">
        <div>
          <h2 id="what" className="text-3xl">
            {t("what.heading")}
          </h2>
          <p className="mt-5 max-w-[58ch]">{t("what.one")}</p>
          <p className="mt-4 max-w-[58ch]">{t("what.two")}</p>
          <p className="mt-4">
            <a href={address(locale, "about")}>{t("what.more")}</a>
          </p>
        </div>
        <CairnPicture />
        <div className="grid items-center gap-x-10 gap-y-5 border-line border-t pt-10 sm:grid-cols-[10rem_minmax(0,1fr)] lg:col-span-2">
          <Stone eqf={5} ects={10} hours={null} seed="b" />
          <div className="max-w-[62ch]">
            <h3 className="text-lg">{t("read.heading")}</h3>
            <ul className="mt-2 list-disc space-y-1 ps-5 marker:text-ink-2">
              <li>{t("read.width")}</li>
              <li>{t("read.place")}</li>
            </ul>
          </div>
        </div>
      </div>
    </section>
  );
}

export function StandsBehind() {
  const t = useTranslations("front.stands");

  return (
    <section aria-labelledby="stands" className="wrap mt-20">
      <h2 id="stands" className="text-3xl">
        {t("heading")}
      </h2>
      <p className="mt-3 max-w-[62ch] text-ink-2 text-lg">{t("lead")}</p>
      <ol className="mt-9 grid gap-x-10 gap-y-9 sm:grid-cols-2 lg:grid-cols-4">
        {(["provider", "level", "credits", "quality"] as const).map((thing, position) => (
          <li key={thing} className="border-accent border-t-3 pt-4">
            <p aria-hidden="true" className="font-display font-semibold text-accent text-xl">
              {position + 1}
            </p>
            <h3 className="mt-1 text-lg">{t(`${thing}.title`)}</h3>
            <p className="mt-2 text-ink-2">{t(`${thing}.text`)}</p>
          </li>
        ))}
      </ol>
      <p className="mt-9 max-w-[72ch] rounded-lg border border-line bg-raised px-5 py-4">{t("declared")}</p>
    </section>
  );
}

export function ForWhom() {
  const t = useTranslations("front.whom");

  return (
    <section aria-labelledby="whom" className="wrap mt-20">
      <h2 id="whom" className="text-3xl">
        {t("heading")}
      </h2>
      <ul className="mt-7 grid gap-3 sm:grid-cols-2">
        {(["learners", "counsellors", "providers", "officers"] as const).map((who) => (
          <li key={who} className="rounded-lg bg-sunk px-6 py-5">
            <h3 className="text-lg">{t(`${who}.title`)}</h3>
            <p className="mt-1.5 text-ink-2">{t(`${who}.text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
