/** Data for machines; `text` is JSON that cannot end the element (lib/interop/schema-org.ts). */
export function JsonLd({ text }: { text: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the text is JSON without any "<"
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
