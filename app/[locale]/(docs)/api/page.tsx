import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { Operation, type OperationView } from "@/components/api/operation";
import { LanguageNote } from "@/components/offerings/local-text";
import { Section } from "@/components/ui/section";
import { openApiDocument } from "@/lib/api/openapi/document";
import { address } from "@/lib/i18n/address";
import problems from "@/lib/i18n/messages/en/problems.json";

export const metadata: Metadata = { title: "API" };

const rules: [title: string, text: string][] = [
  [
    "Keys",
    "Send “Authorization: Bearer cairn_…”. A key reads, writes drafts, or publishes, as its manager chose; it acts for one organisation, and the records of others are not there for it.",
  ],
  [
    "Ids",
    "Offerings and sessions are addressed by your own ids, written as the part of an address (percent-encoded). They never change and are never used again. “bulk” is no id.",
  ],
  [
    "Refusals",
    "Problem details (RFC 9457), in English, Dutch, French or German by Accept-Language. “problems” names each fault with its code, its field and what to do. What is refused has changed nothing.",
  ],
  [
    "Repeating",
    "With an Idempotency-Key, a request that is sent again within a day is done once: the answer is the first one, marked Idempotency-Replayed. Another request under the same key is refused.",
  ],
  [
    "Writing what you have read",
    "Every record has an ETag. Send it back as If-Match, and nothing is written where somebody changed the record meanwhile; If-None-Match: * writes only what is not there yet.",
  ],
  ["Trying", "?dryRun=1 decides and answers as the real request would, and writes nothing."],
  [
    "Limits",
    "RateLimit-Policy and RateLimit say how many requests a key has left; beyond them stands 429 with Retry-After. A body may have 1 MB, one of many offerings 20 MB.",
  ],
];

/** The readable description of the API, drawn from the document that machines read. It is in English, like the names in it. */
export default async function ApiPage({ params }: PageProps<"/[locale]/api">) {
  const { locale } = await params;
  setRequestLocale(locale);
  const document = openApiDocument();
  const all = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => ({ method, path, ...(operation as object) }) as OperationView & { tags?: string[] },
    ),
  );

  return (
    <main id="main" lang="en" className="wrap max-w-4xl py-10">
      <h1 className="text-3xl">API</h1>
      <p className="mt-2 max-w-[68ch] text-ink-2">
        {document.info.description}{" "}
        {locale !== "en" && (
          <span lang={locale}>
            <LanguageNote language="en" />
          </span>
        )}
      </p>
      <p className="mt-3">
        <a href="/api/v1/openapi.json">OpenAPI 3.1 document</a> · <a href={address(locale, "manage/keys")}>Keys for machines</a>
      </p>
      <Section id="rules" title="How it works">
        <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
          {rules.map(([title, text]) => (
            <div key={title} className="contents">
              <dt className="font-semibold">{title}</dt>
              <dd className="max-w-[62ch]">{text}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {document.tags?.map(({ name, description }) => (
        <Section key={name} id={name.toLowerCase().replaceAll(" ", "-")} title={name}>
          <p className="mb-4">{description}</p>
          {all
            .filter(({ tags }) => tags?.includes(name))
            .map((operation) => (
              <Operation key={`${operation.method} ${operation.path}`} {...operation} />
            ))}
        </Section>
      ))}
      <Section id="problems" title="Problems by code">
        <dl className="grid gap-y-3">
          {Object.entries(problems).map(([code, text]) => (
            <div key={code} id={code}>
              <dt>
                <code className="break-all">{code}</code>
              </dt>
              <dd className="max-w-[68ch] text-ink-2">{text}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </main>
  );
}
