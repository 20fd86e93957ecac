import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { DeskPage } from "@/components/desk/desk-page";
import type { ListRow } from "@/db/schema";
import { address } from "@/lib/i18n/address";

type Props = Pick<ComponentProps<typeof DeskPage>, "person" | "done" | "actions"> & {
  list: ListRow;
  current: Part;
  children: ReactNode;
};

const parts = ["", "plan", "share", "print", "settings"] as const;
type Part = (typeof parts)[number];

/** A page about one list: its label, and the ways between its pages. A template is neither planned nor shared. */
export function ListPage({ list, current, children, ...desk }: Props) {
  const t = useTranslations("clients.tabs");
  const locale = useLocale();
  const shown = list.isTemplate ? (["", "settings"] as const) : parts;

  return (
    <DeskPage
      {...desk}
      part={list.isTemplate ? "templates" : "lists"}
      title={<span className="[overflow-wrap:anywhere]">{list.title}</span>}
    >
      <nav aria-label={t("nav")} className="mt-4 border-line border-b print:hidden">
        <ul className="-mx-2 flex flex-wrap">
          {shown.map((part) => (
            <li key={part}>
              <a
                href={address(locale, `guidance/lists/${list.id}${part && `/${part}`}`)}
                aria-current={part === current ? "page" : undefined}
                className="flex min-h-11 items-center border-transparent border-b-3 px-3 text-ink no-underline hover:border-line-strong aria-[current]:border-accent aria-[current]:font-semibold"
              >
                {t(part || "list")}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </DeskPage>
  );
}
