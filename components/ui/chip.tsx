/** A chosen filter, which a click takes away. */
export function RemovableChip({ href, label, hint }: { href: string; label: string; hint: string }) {
  return (
    <a
      href={href}
      className="inline-flex min-h-9 items-center gap-2 rounded-full border border-accent/30 bg-accent-soft py-1 ps-3.5 pe-2.5 text-ink text-sm no-underline hover:border-accent"
    >
      <span className="sr-only">{hint} </span>
      {label}
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d="M2.5 2.5l7 7m0-7-7 7" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      </svg>
    </a>
  );
}
