import { useTranslations } from "next-intl";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import type { ApplicationStatus } from "@/lib/applications/application";

const tones: Record<ApplicationStatus, Tone> = {
  draft: "none",
  submitted: "none",
  questioned: "warn",
  registered: "good",
  refused: "bad",
  withdrawn: "none",
};

/** Where an application stands, in a word. */
export function StateMark({ status }: { status: ApplicationStatus }) {
  const t = useTranslations("application.state");

  return (
    <span className="inline-flex items-baseline gap-2 font-semibold">
      <ToneMark tone={tones[status]} />
      {t(status)}
    </span>
  );
}
