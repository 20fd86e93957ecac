import { useTranslations } from "next-intl";
import { BulletList } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";

/** The log in plain words: why there is one, what it proves, and what not. */
export function WhatItIs() {
  const t = useTranslations("log.what");
  const parts = [
    ["proves", (["there", "same", "all"] as const).map((one) => t(`provesList.${one}`))],
    ["not", (["true", "who"] as const).map((one) => t(`notList.${one}`))],
  ] as const;

  return (
    <Section id="what" title={t("heading")}>
      <p className="max-w-[66ch]">{t("one")}</p>
      <div className="mt-6 grid gap-x-12 gap-y-6 md:grid-cols-2">
        {parts.map(([heading, items]) => (
          <div key={heading} className="max-w-[52ch]">
            <h3 className="mb-2 font-bold font-text text-base tracking-normal">{t(heading)}</h3>
            <BulletList items={items} />
          </div>
        ))}
      </div>
    </Section>
  );
}
