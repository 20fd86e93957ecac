"use client";

import { type KeyboardEvent, type SyntheticEvent, useSyncExternalStore } from "react";
import { changeKept, followKept, readKept, slugsIn } from "./kept-store";

type Props = { slug: string; title: string; href: string; words: { keep: string; kept: string }; look?: string };

const shape =
  "inline-flex min-h-9 cursor-pointer items-center gap-2 py-1 text-accent text-sm underline underline-offset-4 hover:decoration-2";

/**
 * Keeps an offering in this browser. Until a script has come, and without one, it is a link to a list that holds it. It stays the same element
 * when it becomes a button, so that whoever has reached it by the keyboard stays on it.
 */
export function KeepLink({ slug, title, href, words, look = shape }: Props) {
  const kept = useSyncExternalStore(followKept, readKept, () => null);
  const is = slugsIn(kept).includes(slug);
  const press = (event: SyntheticEvent) => {
    event.preventDefault();
    changeKept(slug, !is);
  };
  const asButton = {
    role: "button",
    "aria-pressed": is,
    onClick: press,
    // A link answers to Enter alone.
    onKeyDown: (event: KeyboardEvent) => event.key === " " && press(event),
  };

  return (
    <a href={href} rel="nofollow" className={look} {...(kept === null ? {} : asButton)}>
      <Mark filled={is} />
      <span>
        {is ? words.kept : words.keep} <span className="sr-only">{title}</span>
      </span>
    </a>
  );
}

/** A ribbon, which is full where the offering is kept. */
function Mark({ filled }: { filled: boolean }) {
  return (
    <svg viewBox="0 0 14 16" width="14" height="16" aria-hidden="true" className="shrink-0">
      <path
        d="M2 1.500h10V14.500L7 10.500 2 14.500z"
        fill={filled ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
    </svg>
  );
}
