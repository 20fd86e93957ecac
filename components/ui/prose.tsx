import type { ReactNode } from "react";

/** A page that is read from top to bottom: a title, a lead, and sections that a list beside them leads to. */
export function Prose({ title, lead, contents, children }: { title: string; lead: ReactNode; contents?: ReactNode; children: ReactNode }) {
  return (
    <main id="main" className="wrap">
      <div className="grid gap-x-16 gap-y-10 py-12 sm:py-16 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <header className="lg:col-span-2">
          <h1 className="max-w-[22ch] text-display leading-[1.08]">{title}</h1>
          <p className="mt-5 max-w-[58ch] text-ink-2 text-xl leading-snug">{lead}</p>
        </header>
        {contents && <div className="lg:order-2">{contents}</div>}
        <div className="max-w-[68ch] space-y-12">{children}</div>
      </div>
    </main>
  );
}

export function ProseSection({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="scroll-mt-6 text-2xl">
        {heading}
      </h2>
      {children}
    </section>
  );
}

export function Contents({ label, sections }: { label: string; sections: { id: string; heading: string }[] }) {
  return (
    <nav aria-label={label} className="rounded-lg bg-sunk px-5 py-4 text-sm lg:sticky lg:top-6 print:hidden">
      <p className="font-bold">{label}</p>
      <ul className="mt-1">
        {sections.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-8 items-center text-ink hover:text-accent">
              {heading}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function BulletList({ items }: { items: string[] }) {
  return (
    <ul className="space-y-1.5">
      {items.map((item) => (
        <li
          key={item}
          className="relative ps-7 before:absolute before:start-1 before:top-[0.6em] before:h-2 before:w-3 before:rounded-full before:bg-line-strong"
        >
          {item}
        </li>
      ))}
    </ul>
  );
}
