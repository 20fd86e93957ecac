import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** The link of an invitation, for whoever invites to hand over where no mail can be sent. It is shown until they say that they did. */
export function HandOver({ email, url, action }: { email: string; url: string; action: () => Promise<void> }) {
  const t = useTranslations("team.handOver");

  return (
    <section aria-labelledby="hand-over" className="mt-6 rounded-lg border-2 border-accent bg-raised p-5">
      <h2 id="hand-over" className="text-xl">
        {t("title", { email })}
      </h2>
      <p className="mt-1 max-w-[62ch] text-ink-2">{t("text", { email })}</p>
      <label htmlFor="link" className="mt-4 mb-1 block font-semibold">
        {t("link")}
      </label>
      <input
        id="link"
        readOnly
        value={url}
        className="min-h-11 w-full rounded-md border-[1.5px] border-line-strong bg-paper px-3 py-1.5 font-mono text-sm"
      />
      <form action={action} className="mt-4">
        <Button look="quiet" type="submit">
          {t("done")}
        </Button>
      </form>
    </section>
  );
}
