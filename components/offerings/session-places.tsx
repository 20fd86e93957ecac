import { useTranslations } from "next-intl";
import type { Outlines } from "@/lib/places/outlines";
import { townsOf } from "@/lib/sessions/places";
import { PlacePicture } from "./place-picture";

type Props = { sessions: Parameters<typeof townsOf>[0]; outlines: Outlines | undefined };

/** Where in the country it is held, as a picture and in words; nothing where no place is known. */
export function SessionPlaces({ sessions, outlines }: Props) {
  const t = useTranslations("offering.sessions");
  const [first, ...others] = townsOf(sessions);
  if (!first) return null;

  return (
    <figure className="mt-6 grid items-start gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,20rem)_minmax(0,1fr)] print:grid-cols-[14rem_minmax(0,1fr)]">
      <PlacePicture places={[first, ...others]} outlines={outlines} className="max-w-[20rem]" textClassName="text-[16px]" />
      <figcaption>
        <p className="font-semibold">{t("places")}</p>
        <ul className="mt-1">
          {[first, ...others].map(({ name, count }) => (
            <li key={name}>
              {name} <span className="text-ink-2 text-sm">{t("atPlace", { count })}</span>
            </li>
          ))}
        </ul>
        {outlines && <p className="mt-2 text-ink-2 text-sm">{t("outlines", { source: outlines.source })}</p>}
      </figcaption>
    </figure>
  );
}
