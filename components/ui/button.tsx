import type { ComponentProps } from "react";

const shape = "inline-flex min-h-12 max-w-full items-center [overflow-wrap:anywhere] justify-center rounded-md px-5 py-2 font-semibold";
const looks = {
  main: `${shape} border-2 border-accent bg-accent text-accent-ink hover:border-ink`,
  quiet: `${shape} border-2 border-accent bg-transparent text-accent hover:bg-accent-soft`,
} as const;

export type ButtonLook = keyof typeof looks;

export function Button({ look = "main", className = "", ...rest }: ComponentProps<"button"> & { look?: ButtonLook }) {
  return <button {...rest} className={`${looks[look]} cursor-pointer ${className}`} />;
}

export function ButtonLink({ look = "main", className = "", children, ...rest }: ComponentProps<"a"> & { look?: ButtonLook }) {
  return (
    <a {...rest} className={`${looks[look]} no-underline ${className}`}>
      {children}
    </a>
  );
}
