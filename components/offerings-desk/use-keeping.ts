"use client";

import { startTransition, useEffect, useRef, useState } from "react";
import type { EditorState } from "@/lib/offerings/drafts/form";
import { readForm, takeOver, type Values, writeForm } from "./form-values";

export type Status = "dirty" | "saving" | "saved" | "offline" | "refused" | "choose" | "moved" | "restored" | null;

type Kept = { values: Values; revision: number; base: string };
type Action = (previous: EditorState, form: FormData) => Promise<EditorState>;
type Router = { refresh(): void; push(address: string): void };

/** So long after the last letter the form sends itself; and so long after it could not, it tries again. */
const [pause, retry] = [1200, 5000];

/** Sends a form while one writes, one attempt at a time, and keeps in the browser what has not arrived. */
export function useKeeping({ action, start, place, router }: { action: Action; start: EditorState; place: string; router: Router }) {
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const [answer, setAnswer] = useState<EditorState | null>(null);
  const [status, setStatus] = useState<Status>(null);
  const [others, setOthers] = useState(false);
  const now = useRef({ ...begin(start), busy: false, again: false, stopped: start.clashes.length > 0, timer: 0 }).current;

  function later(wait: number): void {
    window.clearTimeout(now.timer);
    now.timer = window.setTimeout(() => void send(null), wait);
  }

  function touch(): void {
    if (!form.current) return;
    keep(place, { values: readForm(form.current), base: now.base, revision: now.revision });
    // While two texts wait to be chosen from, nothing is sent but by the button.
    if (now.stopped) return;
    setStatus("dirty");
    later(pause);
  }

  async function send(submitter: HTMLElement | null): Promise<void> {
    const element = form.current;
    if (!element) return;
    now.again = now.busy;
    if (now.busy) return;
    window.clearTimeout(now.timer);
    const sent = readForm(element);
    now.busy = true;
    setStatus("saving");
    try {
      const next = await action(answer ?? start, filled(element, submitter, now));
      Object.assign(now, begin(next), { stopped: next.clashes.length > 0 });
      startTransition(() => arrived(next, sent, submitter));
    } catch {
      setStatus("offline");
      later(retry);
    }
    now.busy = false;
    if (now.again && !now.stopped) later(pause);
  }

  function arrived(next: EditorState, sent: Values, submitter: HTMLElement | null): void {
    // The inputs keep what stands in them: only what is wrong is taken over.
    setAnswer({ ...next, values: {} });
    if (!form.current || !next.fields) {
      setStatus(next.clashes.length > 0 ? "choose" : "refused");
      if (submitter || next.clashes.length > 0) window.setTimeout(() => summary.current?.focus());
      return;
    }
    const found = takeOver(form.current, sent, next.fields);
    if (!found.unsent) sessionStorage.removeItem(place);
    // A button that did more than save changed what the page has to show.
    if (submitter?.getAttribute("name")) {
      router.push(`${place}${place.includes("?") ? "&" : "?"}done=saved&at=${next.revision}`);
      return;
    }
    now.stopped = found.anew;
    setOthers(found.others);
    setStatus(found.anew ? "moved" : found.unsent ? "dirty" : "saved");
    router.refresh();
  }

  useRestoring(place, form, later, (kept) => {
    Object.assign(now, begin(kept));
    setStatus("restored");
  });
  return { form, summary, answer, status, others, touch, send };
}

function begin({ base, revision }: Pick<EditorState, "base" | "revision">) {
  return { base, revision };
}

/** What was written here before and never arrived is put back into the form, and sent; and again when there is a connection again. */
function useRestoring(
  place: string,
  form: { current: HTMLFormElement | null },
  later: (wait: number) => void,
  found: (kept: Kept) => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form is there
  useEffect(() => {
    const text = sessionStorage.getItem(place);
    if (text && form.current) {
      const kept = JSON.parse(text) as Kept;
      writeForm(form.current, kept.values, new Set([...Object.keys(kept.values), ...Object.keys(readForm(form.current))]));
      found(kept);
      later(100);
    }
    const online = () => {
      if (sessionStorage.getItem(place)) later(0);
    };
    window.addEventListener("online", online);
    return () => window.removeEventListener("online", online);
  }, []);
}

function keep(place: string, kept: Kept): void {
  sessionStorage.setItem(place, JSON.stringify(kept));
}

function filled(form: HTMLFormElement, submitter: HTMLElement | null, { base, revision }: Omit<Kept, "values">): FormData {
  const data = new FormData(form, submitter);
  data.set("quiet", "yes");
  data.set("base", base);
  data.set("revision", String(revision));
  return data;
}
