import { useTranslations } from "next-intl";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import type { Outcome } from "@/lib/imports/decide";
import type { ImportState } from "@/lib/imports/state";

const tones: Record<ImportState, Tone> = {
  queued: "none",
  running: "none",
  dry: "warn",
  done: "good",
  failed: "bad",
  stopped: "warn",
  undoing: "none",
  undone: "none",
};

export function ImportStateMark({ state }: { state: ImportState }) {
  const t = useTranslations("files.state");
  return <Marked tone={tones[state]}>{t(state)}</Marked>;
}

const outcomeTones: Record<Outcome, Tone> = { published: "good", updated: "good", unchanged: "none", draft: "warn", refused: "bad" };

export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("files.short");
  return <Marked tone={outcomeTones[outcome]}>{t(outcome)}</Marked>;
}

function Marked({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap font-semibold text-sm">
      <ToneMark tone={tone} />
      {children}
    </span>
  );
}
