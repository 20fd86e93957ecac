"use client";

import { useSyncExternalStore } from "react";
import { followKept, readKept, slugsIn } from "./kept-store";

type Props = { href: string; label: string; current: boolean };

/** The way to what is kept, with how many there are. The address carries them, since the page cannot look into a browser. */
export function KeptCount({ href, label, current }: Props) {
  const kept = slugsIn(useSyncExternalStore(followKept, readKept, () => null));
  const query = kept.length === 0 ? "" : `?${new URLSearchParams(kept.map((slug) => ["o", slug]))}`;

  return (
    <a
      href={`${href}${query}`}
      rel="nofollow"
      aria-current={current ? "true" : undefined}
      className="flex min-h-11 items-center px-2 text-ink max-sm:text-sm aria-[current]:font-semibold"
    >
      {label}
      {kept.length > 0 && (
        <span className="ms-1.5 inline-flex min-w-6 items-center justify-center rounded-full bg-accent px-1.5 font-semibold text-accent-ink text-xs">
          {kept.length}
        </span>
      )}
    </a>
  );
}
