import { Button } from "@/components/ui/button";
import { ToneMark } from "@/components/ui/tone-mark";
import type { ShownEffect, ShownOfferings } from "@/lib/statements/form";

/** What the form says; it is drawn in the browser, where there are no messages. */
export type StatementWords = Record<
  "form" | "problems" | "weigh" | "again" | "save" | "saveOnly" | "effect" | "concerned" | "reliedOfferings",
  string
>;

/** What a change would do, and the button that does exactly this. */
export function EffectPreview({ effect, words }: { effect: ShownEffect; words: StatementWords }) {
  return (
    <section aria-labelledby="effect" className="mb-8 rounded-e-lg border-accent border-s-8 bg-accent-soft p-5">
      <h2 id="effect" className="text-xl">
        {words.effect}
      </h2>
      <ul className="mt-3 max-w-[68ch] space-y-1.5">
        {effect.lines.map(({ tone, text }) => (
          <li key={text} className="flex items-baseline gap-2.5">
            <ToneMark tone={tone} />
            <span className="min-w-0">{text}</span>
          </li>
        ))}
      </ul>
      {effect.told.length > 0 && (
        <>
          <h3 className="mt-5 font-semibold">{words.concerned}</h3>
          <ul className="mt-1 max-w-[68ch] list-disc space-y-1 ps-5">
            {effect.told.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {effect.offerings && (
        <>
          <h3 className="mt-5 font-semibold">{effect.offerings.title}</h3>
          <OfferingLinks offerings={effect.offerings} />
        </>
      )}
      {effect.mark && (
        <Button type="submit" name="shown" value={effect.mark} className="mt-6">
          {effect.publishes ? words.save : words.saveOnly}
        </Button>
      )}
    </section>
  );
}

/** Some offerings by name, each with what becomes of it, and how many there are beside them. */
export function OfferingLinks({ offerings: { items, more } }: { offerings: ShownOfferings }) {
  return (
    <ul className="mt-1 list-disc ps-5">
      {items.map(({ href, title, lang, note }) => (
        <li key={href} className="py-0.5 [overflow-wrap:anywhere]">
          <a href={href} lang={lang}>
            {title}
          </a>
          {note && <span className="text-ink-2 text-sm"> · {note}</span>}
        </li>
      ))}
      {more && <li className="text-ink-2">{more}</li>}
    </ul>
  );
}
