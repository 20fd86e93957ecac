import type { ShownClash } from "@/lib/offerings/drafts/form";
import type { EditorWords } from "./editor-words";

/** Where two people wrote into the same place: both texts side by side, to choose from. */
export function Clashes({ clashes, words }: { clashes: ShownClash[]; words: EditorWords }) {
  return (
    <section aria-labelledby="clashes" className="mb-8 rounded-md border-2 border-warn bg-warn-soft p-5">
      <h2 id="clashes" className="text-xl">
        {words.clashTitle}
      </h2>
      <p className="mt-1 max-w-[62ch]">{words.clashText}</p>
      {clashes.map(({ key, label, mine, theirs }) => (
        <fieldset key={key} className="mt-5">
          <legend className="mb-2 font-semibold">{label}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            <Side name={`choose.${key}`} value="mine" title={words.mine} text={mine || words.empty} choice={words.keepMine} chosen />
            <Side name={`choose.${key}`} value="theirs" title={words.theirs} text={theirs || words.empty} choice={words.takeTheirs} />
          </div>
        </fieldset>
      ))}
    </section>
  );
}

function Side({
  name,
  value,
  title,
  text,
  choice,
  chosen = false,
}: Record<"name" | "value" | "title" | "text" | "choice", string> & { chosen?: boolean }) {
  return (
    <div className="min-w-0 rounded-md border border-line bg-raised p-3">
      <p className="font-semibold text-ink-2 text-xs uppercase tracking-wide">{title}</p>
      <p className="max-h-60 overflow-y-auto whitespace-pre-line py-1.5 [overflow-wrap:anywhere]">{text}</p>
      <label className="flex min-h-9 items-center gap-2.5 text-sm">
        <input type="radio" name={name} value={value} defaultChecked={chosen} className="size-6 shrink-0 accent-accent" />
        {choice}
      </label>
    </div>
  );
}
