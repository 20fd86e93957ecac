import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/format";
import type { RecognitionPolicy } from "@/lib/recognition/policy";

/** Says which policy it is and when it holds. */
export function useInForce(): (policy: Pick<RecognitionPolicy, "number" | "from" | "lastDay">) => string {
  const t = useTranslations("provider.policy");
  const locale = useLocale();
  return ({ number, from, lastDay }) => {
    const start = from === null ? "" : formatDay(from, locale, "long");
    return lastDay === null
      ? t("since", { number, from: start })
      : t("period", { number, from: start, until: formatDay(lastDay, locale, "long") });
  };
}
