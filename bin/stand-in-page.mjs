import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";

const style = `
  :root { color-scheme: light dark; --ground: #f2efe8; --ink: #1b2022; --line: #c9c3b4; }
  @media (prefers-color-scheme: dark) { :root { --ground: #0f1415; --ink: #e9e6de; --line: #3b4446; } }
  body { max-width: 38rem; margin: 0 auto; padding: 4rem 1.25rem; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
  section + section { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: 1rem; }
  h1, h2 { margin: 0 0 0.5rem; font-size: 1.5rem; line-height: 1.2; }
  a { color: inherit; }`;

/**
 * When even the page for a failure fails nothing says which language is read, and no style sheet may come: the same in every language.
 * So too when the site has no time to draw one, and in a frame of another site.
 * @param {number} code 404, 500 or 503
 * @param {readonly string[]} languages
 */
export function standInPage(code, languages) {
  const texts = languages.map((language) => ({ language, ...textsIn(language, code) }));
  const sections = texts.map(({ language, heading, text, front }, position) => {
    const tag = position === 0 ? "h1" : "h2";
    return `<section lang="${language}"><${tag}>${heading}</${tag}><p>${text} <a href="/${language}" target="_top">${front}</a></p></section>`;
  });
  const html = `<!doctype html>
<html lang="${languages[0]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${texts[0]?.heading}</title><style>${style}</style></head>
<body><main>
${sections.join("\n")}
</main></body>
</html>
`;
  return { headers: { "content-type": "text/html; charset=utf-8", "x-content-type-options": "nosniff" }, body: Buffer.from(html) };
}

/**
 * @param {string} language
 * @param {number} code
 * @returns {{ heading: string, text: string, front: string }}
 */
function textsIn(language, code) {
  const folder = join(root, "lib", "i18n", "messages", language);
  const read = (/** @type {string} */ area) => JSON.parse(readFileSync(join(folder, area), "utf8"));
  if (code === 500) return read("failure.json");
  const { notFound, busy } = read("static.json");
  const { title, front } = notFound;
  if (code === 503) return { ...busy, front };
  return { heading: title, text: "", front };
}
