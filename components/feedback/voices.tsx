import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { Voices as VoicesOf } from "@/lib/feedback/public/queries";
import { address } from "@/lib/i18n/address";
import { Results } from "./results";
import { Responses, Reviews } from "./reviews";

type Props = {
  voices: VoicesOf;
  /** The version that the page shows: its results come first, else the newest there are. */
  version: number;
  slug: string;
  /** Whether whoever reads may sign a review of it. */
  mayReview: boolean;
};

/** What others than the provider say of an offering, and what it made of that. Nothing is drawn where nobody has said anything. */
export function Voices({ voices: { summaries, reviews, responses }, version, slug, mayReview }: Props) {
  const t = useTranslations("feedback.voices");
  const locale = useLocale();
  const summary = summaries.find(({ versionNumber }) => versionNumber === version) ?? summaries[0];
  if (!summary && reviews.length === 0 && responses.length === 0 && !mayReview) return null;

  return (
    <Section id="voices" title={t("title")}>
      <div className="space-y-8">
        {summary && (
          <div>
            <h3 className="mb-1">{t("learners")}</h3>
            <p className="mb-3 max-w-[62ch] text-ink-2">{t("learnersText", { answers: summary.answers, number: summary.versionNumber })}</p>
            <Results summary={summary} />
          </div>
        )}
        {reviews.length > 0 && (
          <div>
            <h3 className="mb-3">{t("reviews")}</h3>
            <Reviews reviews={reviews} />
          </div>
        )}
        {responses.length > 0 && (
          <div>
            <h3 className="mb-2">{t("changes")}</h3>
            <Responses responses={responses} />
          </div>
        )}
        {mayReview && (
          <p className="print:hidden">
            <ButtonLink look="quiet" href={address(locale, `manage/reviews/${slug}`)}>
              {t("sign")}
            </ButtonLink>
          </p>
        )}
      </div>
    </Section>
  );
}
