import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Day } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import type { AwardingBody, OfferingView } from "@/lib/offerings/queries";
import { textIn } from "@/lib/texts/texts";
import { LanguageNote, LocalParagraphs, LocalText } from "./local-text";

/** Title, who stands behind it, and which version of it this is. */
export function OfferingHead({ view, day }: { view: OfferingView; day: Day }) {
  const t = useTranslations("offering");
  const locale = useLocale();
  const { content } = view.version;
  const title = textIn(content.title, locale, content.originalLanguage);

  return (
    <header className="mt-6 max-w-[60rem]">
      <h1 className="text-[clamp(2rem,1.5rem+2.2vw,3rem)] [overflow-wrap:anywhere]" lang={title?.foreign ? title.language : undefined}>
        {title?.text ?? view.slug}
      </h1>
      {title?.foreign && (
        <p className="mt-2">
          <LanguageNote language={title.language} />
        </p>
      )}
      <Stands view={view} />
      <p className="text-ink-2 text-sm">
        {t(view.version.effectiveFrom <= day ? "head.version" : "head.versionFrom", {
          number: view.version.number,
          day: formatDay(view.version.effectiveFrom, locale, "long"),
        })}
        {" · "}
        <a href={address(locale, `offerings/${view.slug}/history`)}>{t("head.whatChanged")}</a>
      </p>
      <LocalParagraphs
        texts={content.summary}
        original={content.originalLanguage}
        className="mt-5 text-lg"
        quiet={title?.foreign ?? false}
      />
    </header>
  );
}

/** Who awards it and who delivers it: said once where it is the same. */
function Stands({ view }: { view: OfferingView }) {
  const t = useTranslations("offering.head");
  const locale = useLocale();
  const { awarding, provider } = view;
  const same = awarding.length === 1 && awarding[0]?.slug === provider.slug;

  return (
    <p className="mt-3 text-ink-2">
      {awarding.length > 0 && !same && (
        <>
          {t("awardedBy")} <Bodies bodies={awarding} />
          {" · "}
        </>
      )}
      {t(same ? "both" : "deliveredBy")}{" "}
      <a href={address(locale, `providers/${provider.slug}`)}>
        <LocalText texts={provider.name} quiet />
      </a>
      {provider.town && `, ${provider.town}`}
    </p>
  );
}

/** "A with B and C", those of the register with a link. */
function Bodies({ bodies }: { bodies: AwardingBody[] }) {
  const t = useTranslations("offering");
  const [first, ...others] = bodies;
  if (!first) return null;

  return (
    <>
      <Body body={first} />
      {others.map((body, position) => (
        <Joined
          key={typeof body.name === "string" ? body.name : (body.slug ?? Object.values(body.name).join())}
          by={position === 0 ? ` ${t("head.with")} ` : ", "}
        >
          <Body body={body} />
        </Joined>
      ))}
    </>
  );
}

function Joined({ by, children }: { by: string; children: ReactNode }) {
  return (
    <>
      {by}
      {children}
    </>
  );
}

function Body({ body }: { body: AwardingBody }) {
  const locale = useLocale();
  const name = typeof body.name === "string" ? body.name : <LocalText texts={body.name} quiet />;
  return body.slug ? <a href={address(locale, `providers/${body.slug}`)}>{name}</a> : name;
}
