import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { FeedState } from "@/lib/harvest/feed-state";

type Actions = { run: () => Promise<void>; test: () => Promise<void>; pause: () => Promise<void>; accept: () => Promise<void> };

/** What a manager can do with a feed at once; where records are doubtful, the question stands first. */
export function FeedButtons({ actions, state, paused, doubt }: { actions: Actions; state: FeedState; paused: boolean; doubt: string }) {
  const t = useTranslations("harvest");
  const [gone = "", all = ""] = doubt.split(" / ");

  return (
    <>
      {state === "doubtful" && (
        <section aria-labelledby="doubt" className="mt-8 rounded-md border-2 border-warn bg-warn-soft px-5 py-4">
          <h2 id="doubt" className="mb-1 font-bold font-text text-lg">
            {t("doubt.title")}
          </h2>
          <p className="mb-4 max-w-[68ch]">{t("doubt.text", { gone, all })}</p>
          <form action={actions.accept}>
            <Button type="submit">{t("doubt.accept")}</Button>
          </form>
        </section>
      )}
      <div className="mt-8 flex flex-wrap gap-3">
        <form action={actions.test}>
          <Button type="submit">{t("feed.test")}</Button>
        </form>
        <form action={actions.run}>
          <Button type="submit" look="quiet">
            {t("feed.run")}
          </Button>
        </form>
        <form action={actions.pause}>
          <Button type="submit" look="quiet">
            {paused ? t("feed.resume") : t("feed.pause")}
          </Button>
        </form>
      </div>
      <p className="mt-2 text-ink-2 text-sm">{t("feed.testHint")}</p>
    </>
  );
}
