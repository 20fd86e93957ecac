import type { ReactNode } from "react";
import { DeskPage } from "@/components/desk/desk-page";
import { type OfferingTab, OfferingTabs } from "@/components/offerings-desk/offering-tabs";
import type { SignedIn } from "@/lib/auth/sign-ins/queries";
import type { OwnOffering } from "@/lib/offerings/drafts/queries";
import { titleOf } from "@/lib/offerings/publication";

type Props = {
  person: SignedIn;
  own: OwnOffering;
  tab: OfferingTab;
  done?: string | string[] | undefined;
  doneValues?: Record<string, string | number>;
  children: ReactNode;
};

/** A page of one offering of one's own: its title, its id and its other pages above it. */
export function OfferingFrame({ person, own, tab, done, doneValues = {}, children }: Props) {
  const content = own.pending?.content ?? own.live?.content;
  const title = content ? <span lang={content.originalLanguage}>{titleOf(content) || own.slug}</span> : own.slug;

  return (
    <DeskPage person={person} part="offerings" title={title} done={done} doneValues={doneValues}>
      <OfferingTabs slug={own.slug} externalId={own.externalId} current={tab} />
      {children}
    </DeskPage>
  );
}
