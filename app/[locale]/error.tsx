"use client";

import { useParams } from "next/navigation";
import { Button } from "@/components/ui/button";
import { LostPath } from "@/components/ui/lost-path";
import de from "@/lib/i18n/messages/de/failure.json";
import en from "@/lib/i18n/messages/en/failure.json";
import fr from "@/lib/i18n/messages/fr/failure.json";
import nl from "@/lib/i18n/messages/nl/failure.json";

const texts: Record<string, typeof en> = { en, nl, fr, de };

/** The only code of ours that browsers load: React wants the boundary of an error on the client. */
export default function Failure() {
  const { locale } = useParams<{ locale: string }>();
  const text = texts[locale] ?? en;

  return (
    <main id="main" className="wrap py-16">
      <LostPath />
      <h1 className="mt-6 text-display leading-[1.08]">{text.heading}</h1>
      <p className="mt-4 mb-8 max-w-[52ch] text-ink-2 text-xl leading-snug">{text.text}</p>
      <Button type="button" onClick={() => location.reload()}>
        {text.again}
      </Button>
    </main>
  );
}
