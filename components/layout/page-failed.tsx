import { ButtonLink } from "@/components/ui/button";
import { LostPage } from "@/components/ui/lost-page";
import { address } from "@/lib/i18n/address";
import de from "@/lib/i18n/messages/de/failure.json";
import en from "@/lib/i18n/messages/en/failure.json";
import fr from "@/lib/i18n/messages/fr/failure.json";
import nl from "@/lib/i18n/messages/nl/failure.json";

const texts: Record<string, typeof en> = { en, nl, fr, de };

export function failureTexts(locale: string): typeof en {
  return texts[locale] ?? en;
}

/** Takes its words from files, not from next-intl: error.tsx draws it in the browser, which gets no messages. */
export function PageFailed({ locale }: { locale: string }) {
  const text = failureTexts(locale);

  return (
    <LostPage heading={text.heading} text={text.text}>
      <p className="flex flex-wrap gap-3">
        {/* An empty address is this one again, whatever was asked for; it needs no JavaScript. */}
        <ButtonLink href="">{text.again}</ButtonLink>
        <ButtonLink look="quiet" href={address(locale)}>
          {text.front}
        </ButtonLink>
      </p>
    </LostPage>
  );
}
