/** Where the page stands; the last step is the page itself and is not a link. */
export function Breadcrumb({
  label,
  steps,
  here,
}: {
  label: string;
  steps: { href: string; name: string; lang?: string }[];
  here?: { name: string; lang?: string | undefined };
}) {
  return (
    <nav aria-label={label} className="pt-6 text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        {steps.map(({ href, name, lang }, position) => (
          <li key={href} className="flex items-center gap-x-2">
            {position > 0 && <Slash />}
            <a href={href} className="py-1" lang={lang}>
              {name}
            </a>
          </li>
        ))}
        {here && (
          <li className="flex items-center gap-x-2 text-ink-2">
            <Slash />
            <span aria-current="page" lang={here.lang}>
              {here.name}
            </span>
          </li>
        )}
      </ol>
    </nav>
  );
}

function Slash() {
  return (
    <span aria-hidden="true" className="text-ink-2">
      /
    </span>
  );
}
