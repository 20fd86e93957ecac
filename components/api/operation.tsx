type Media = { schema?: { $ref?: string }; example?: unknown };
export type OperationView = {
  method: string;
  path: string;
  operationId?: string;
  summary?: string;
  description?: string;
  security?: unknown[];
  requestBody?: { content?: Record<string, Media> };
  responses?: Record<string, { description?: string }>;
};

/** One thing that can be asked of the API: where, what for, an example and the answers. */
export function Operation({ method, path, operationId = "", summary, description, security, requestBody, responses }: OperationView) {
  const body = requestBody?.content?.["application/json"];

  return (
    <section aria-labelledby={operationId} className="border-line border-t py-6">
      <h3 id={operationId} className="font-bold font-text text-lg">
        {summary}
      </h3>
      <p className="mt-1 break-all">
        <code>
          <strong>{method.toUpperCase()}</strong> {path}
        </code>
        {security ? <span className="ms-3 text-ink-2 text-sm">needs a key</span> : null}
      </p>
      {description && <p className="mt-2 max-w-[68ch]">{description}</p>}
      {body?.example !== undefined && (
        <figure className="mt-4">
          <figcaption className="mb-1 font-semibold text-sm">Example of a request</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
          <pre tabIndex={0} className="max-h-96 overflow-auto rounded-md bg-sunk p-4 text-sm">
            {JSON.stringify(body.example, null, 2)}
          </pre>
        </figure>
      )}
      <dl className="mt-4 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[3rem_minmax(0,1fr)]">
        {Object.entries(responses ?? {}).map(([status, answer]) => (
          <div key={status} className="contents">
            <dt className="font-semibold tabular-nums">{status}</dt>
            <dd className="mb-1 sm:mb-0">{answer.description}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
