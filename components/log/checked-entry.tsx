import { useTranslations } from "next-intl";
import { Details } from "@/components/ui/details";
import { Panel } from "@/components/ui/panel";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import type { Checked, Evidence } from "@/lib/public-log/check";
import { BrowserCheck } from "./browser-check";

/** What came of checking one entry, step by step, and all that it was computed from. */
export function CheckedEntry({ evidence, checked }: { evidence: Evidence; checked: Checked }) {
  const t = useTranslations("log.check");
  const number = evidence.position;
  const holds = checked.rootHolds && checked.signature === "holds";
  const browser = { holds: t("browser.holds"), unable: t("browser.unable"), fails: t("browser.fails"), byServer: t("byServer") };

  return (
    <div className="mt-6 max-w-[52rem]">
      <Panel id="checked" title={t(holds ? "holds" : "fails", { number })}>
        <h3 className="sr-only">{t("steps")}</h3>
        <ol className="space-y-3">
          <Step tone="good" text={t("leaf")} value={checked.leafHash} />
          <Step
            tone={checked.rootHolds ? "good" : "bad"}
            text={checked.rootHolds ? t("path", { count: evidence.hashes.length }) : t("rootFails")}
            value={checked.root}
          />
          <Step
            tone={checked.signature === "holds" ? "good" : checked.signature === "unable" ? "warn" : "bad"}
            text={t(`signature.${checked.signature}`)}
          />
        </ol>
        <BrowserCheck evidence={evidence} words={browser} />
        <Details summary={t("text")} className="mt-4">
          <Data>{JSON.stringify(JSON.parse(evidence.entry), null, 2)}</Data>
        </Details>
        <p className="mt-2">
          <a href={`/api/v1/log/proof/inclusion?position=${number}`} className="text-sm">
            {t("proof")}
          </a>
        </p>
      </Panel>
    </div>
  );
}

function Step({ tone, text, value }: { tone: Tone; text: string; value?: string }) {
  return (
    <li className="flex items-baseline gap-2">
      <ToneMark tone={tone} />
      <span className="min-w-0">
        {text}
        {value && <code className="block text-ink-2 text-sm [overflow-wrap:anywhere]">{value}</code>}
      </span>
    </li>
  );
}

/** Text for machines, as it is. */
export function Data({ children, label }: { children: string; label?: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section tabIndex={0} aria-label={label} className="mt-2 max-h-96 overflow-auto rounded-md bg-sunk p-4">
      <pre className="text-sm">{children}</pre>
    </section>
  );
}
