import type { ReactNode } from "react";

/** A page that says one thing, and leads on. */
export function ShortPage({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <main id="main" className="wrap max-w-2xl py-16">
      <h1 className="text-3xl">{title}</h1>
      <p role="status" className="mt-3 mb-8 text-lg">
        {text}
      </p>
      {children}
    </main>
  );
}
