"use client";

import de from "@/lib/i18n/messages/de/failure.json";
import en from "@/lib/i18n/messages/en/failure.json";
import fr from "@/lib/i18n/messages/fr/failure.json";
import nl from "@/lib/i18n/messages/nl/failure.json";

/** When even the layout fails there is no language to go by and no style sheet: every language, in the browser's own letters. */
export default function GlobalFailure() {
  return (
    <html lang="en" style={{ colorScheme: "light dark" }}>
      <body style={{ maxWidth: "40rem", margin: "4rem auto", padding: "0 1rem", font: "1.0625rem/1.6 system-ui, sans-serif" }}>
        <title>{en.heading}</title>
        <main>
          {Object.entries({ en, nl, fr, de }).map(([language, text], position) => (
            <section key={language} lang={language}>
              {position === 0 ? <h1>{text.heading}</h1> : <h2>{text.heading}</h2>}
              <p>{text.text}</p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
