import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { KeyTable } from "@/components/keys/key-table";
import { MadeKey } from "@/components/keys/made-key";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { OptionsField, TextField } from "@/components/ui/form-fields";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { dayOf, today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { expiryBounds, scopes } from "@/lib/keys/key";
import { listKeys } from "@/lib/keys/queries";
import { paged } from "@/lib/pages/paged";
import { createKeyAction, revokeKeyAction } from "./actions";

type Props = PageProps<"/[locale]/manage/keys">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "keys" });
  return { title: t("title"), robots: { index: false } };
}

export default async function KeysPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/keys");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "key.manage")) notFound();
  const [t, desk, query, keys] = await Promise.all([getTranslations("keys"), getTranslations("desk"), searchParams, listKeys(actor)]);
  const { first, usual, last } = expiryBounds(today());
  const list = paged(keys, query.page);
  const rows = list.shown.map((key) => ({ ...key, createdOn: dayOf(key.createdAt), usedOn: key.lastUsedAt && dayOf(key.lastUsedAt) }));

  return (
    <DeskPage person={person} part="keys" title={t("title")} intro={t("intro")} done={query.done}>
      <p className="mt-3">
        <a href="/api">{t("docs")}</a>
      </p>
      <Section id="list" title={t("list.title")}>
        {rows.length > 0 ? (
          <KeyTable keys={rows} today={today()} revoke={revokeKeyAction} />
        ) : (
          <Nothing className="">{t("list.none")}</Nothing>
        )}
        <Pagination page={list.page} pages={list.pages} href={(one) => address(locale, `manage/keys?page=${one}`)} />
      </Section>
      <Section id="new" title={t("new.title")}>
        <ActionForm action={createKeyAction} problemsTitle={desk("problems")} label={t("new.title")} className="grid gap-5 sm:max-w-xl">
          <MadeKey title={t("made.title")} text={t("made.text")} label={t("made.label")} />
          <TextField name="name" label={t("new.name")} hint={t("new.nameHint")} autoComplete="off" maxLength={200} />
          <OptionsField
            name="scope"
            label={t("new.scope")}
            chosen={["read"]}
            options={scopes.map((scope) => ({ value: scope, label: t(`scope.${scope}.name`), hint: t(`scope.${scope}.text`) }))}
          />
          <TextField
            name="expiresOn"
            type="date"
            label={t("new.expires")}
            hint={t("new.expiresHint")}
            defaultValue={usual}
            min={first}
            max={last}
          />
          <Button type="submit" className="justify-self-start">
            {t("new.make")}
          </Button>
        </ActionForm>
      </Section>
    </DeskPage>
  );
}
