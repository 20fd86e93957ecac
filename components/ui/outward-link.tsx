import type { ComponentProps } from "react";

/** A link that leaves the register: on paper its address stands behind it. */
export function OutwardLink({ className = "", children, ...rest }: ComponentProps<"a">) {
  return (
    <a {...rest} rel="external noopener" className={`[overflow-wrap:anywhere] print:after:content-["_("_attr(href)_")"] ${className}`}>
      {children}
    </a>
  );
}
