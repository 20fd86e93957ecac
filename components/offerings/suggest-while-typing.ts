import Combobox from "@github/combobox-nav";

type Item = { text: string; language: string | null; note: string | null; href: string };
type Answer = { said: string; groups: { kind: string; name: string; items: Item[] }[] };

/** Milliseconds without another key before it is asked. */
const pause = 100;
const shortest = 2;

/**
 * A combobox as the ARIA Authoring Practices have it ("list autocomplete with manual selection"): the words stay the reader's, arrows walk the list,
 * Enter goes where the chosen one leads or, with none, searches. Answers what takes it down again.
 */
export function suggest(input: HTMLInputElement, list: HTMLElement, said: HTMLElement, source: string): () => void {
  const combobox = new Combobox(input, list, { tabInsertsSuggestions: false });
  const over = new AbortController();
  const known = new Map<string, Answer>();
  let asking = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    clearTimeout(timer);
    asking.abort();
    if (!list.hidden) combobox.stop();
    list.hidden = true;
    said.textContent = "";
  };

  const open = (answer: Answer) => {
    if (!list.hidden) combobox.stop();
    list.replaceChildren(...answer.groups.map(toGroup));
    list.hidden = answer.groups.length === 0;
    if (!list.hidden) combobox.start();
    said.textContent = answer.said;
  };

  const ask = async () => {
    const written = input.value.trim();
    if (written.length < shortest) return close();
    asking.abort();
    asking = new AbortController();
    try {
      const { signal } = asking;
      const answer =
        known.get(written) ?? ((await (await fetch(`${source}&q=${encodeURIComponent(written)}`, { signal })).json()) as Answer);
      known.set(written, answer);
      if (input.value.trim() === written && document.activeElement === input) open(answer);
    } catch {
      // Gone on writing, or no connection: the form searches all the same.
      close();
    }
  };

  const askSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  };

  const press = (event: KeyboardEvent) => {
    // The first Escape puts the list away, the second clears the field, as browsers do.
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" && list.hidden) {
      event.preventDefault();
      void ask();
    }
  };

  const { signal } = over;
  input.addEventListener("input", askSoon, { signal });
  input.addEventListener("keydown", press, { signal });
  input.addEventListener("blur", close, { signal });
  // Pressing on one must not take the focus from the field first, which would put the list away.
  list.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
  // What was written before this came.
  if (input.value !== input.defaultValue) askSoon();
  return () => {
    over.abort();
    close();
    combobox.destroy();
  };
}

function toGroup({ kind, name, items }: Answer["groups"][number]): HTMLElement {
  const group = document.createElement("div");
  group.setAttribute("role", "group");
  const heading = document.createElement("p");
  heading.id = `suggested-${kind}`;
  heading.className = "px-4 pt-2 pb-1 font-semibold text-ink-2 text-sm";
  heading.textContent = name;
  group.setAttribute("aria-labelledby", heading.id);
  group.append(heading, ...items.map((item, at) => toOption(item, `${heading.id}-${at}`)));
  return group;
}

function toOption({ text, language, note, href }: Item, id: string): HTMLElement {
  const option = document.createElement("a");
  Object.assign(option, { id, href, tabIndex: -1 });
  option.setAttribute("role", "option");
  option.className =
    "flex min-h-11 flex-wrap items-baseline gap-x-3 px-4 py-2 text-ink no-underline hover:bg-accent-soft aria-selected:bg-accent aria-selected:text-accent-ink";
  const words = document.createElement("span");
  words.textContent = text;
  if (language) words.lang = language;
  const more = document.createElement("span");
  more.className = "text-sm opacity-80";
  more.textContent = note ?? "";
  option.append(words, ...(note ? [more] : []));
  return option;
}
