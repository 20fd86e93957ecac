import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { NoticeList, type ShownNotice } from "@/components/notices/notice-list";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/form-fields";
import { Nothing } from "@/components/ui/nothing";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import type { NoticeRow } from "@/db/schema";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { pageOf } from "@/lib/imports/page";
import { canMail } from "@/lib/mail/mail";
import { kindsFor, wayFor, ways } from "@/lib/notices/notice";
import { listNotices } from "@/lib/notices/queries";
import { chooseNoticesAction, openNoticeAction, readAllNoticesAction, readNoticeAction } from "./actions";

type Props = PageProps<"/[locale]/manage/notices">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "notices" });
  return { title: t("title"), robots: { index: false } };
}

export default async function NoticesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/notices");
  const query = await searchParams;
  const page = pageOf(query.page);
  const [t, desk, { notices, choices, newest, pages }] = await Promise.all([
    getTranslations("notices"),
    getTranslations("desk"),
    listNotices(actorOf(person), page),
  ]);
  const unread = notices.filter(({ readAt }) => readAt === null);
  const read = notices.filter(({ readAt }) => readAt !== null);

  return (
    <DeskPage
      person={person}
      part="notices"
      title={t("title")}
      intro={t("intro")}
      done={query.done}
      actions={
        newest !== null && (
          <form action={readAllNoticesAction.bind(null, newest)}>
            <Button look="quiet" type="submit">
              {t("markAll")}
            </Button>
          </form>
        )
      }
    >
      {notices.length === 0 ? (
        <Nothing>{t("none")}</Nothing>
      ) : (
        (page === 1 || unread.length > 0) && (
          <Section id="unread" title={t("unread")}>
            {unread.length === 0 ? <p className="text-ink-2">{t("noneUnread")}</p> : <NoticeList notices={unread.map(shown)} />}
          </Section>
        )
      )}
      {read.length > 0 && (
        <Section id="read" title={t("read")}>
          <NoticeList notices={read.map(shown)} />
          {page === pages && <p className="mt-3 text-ink-2 text-sm">{t("earlier")}</p>}
        </Section>
      )}
      <div className="mt-6">
        <Pagination page={page} pages={pages} href={(one) => address(locale, `manage/notices?page=${one}`)} />
      </div>
      <Section id="choices" title={t("choices.title")}>
        <p className="mb-5 max-w-[62ch] text-ink-2">{t("choices.text")}</p>
        {!canMail && (
          <div className="mb-5 max-w-[62ch]">
            <Notice>{t("choices.noMail")}</Notice>
          </div>
        )}
        <ActionForm action={chooseNoticesAction} problemsTitle={desk("problems")} className="grid gap-5 sm:grid-cols-2">
          {kindsFor(person.members.map(({ role }) => role)).map((kind) => (
            <ChoiceField key={kind} name={kind} label={t(`kind.${kind}`)} defaultValue={wayFor(choices, kind)}>
              {ways.map((way) => (
                <option key={way} value={way}>
                  {t(`way.${way}`)}
                </option>
              ))}
            </ChoiceField>
          ))}
          <Button type="submit" className="justify-self-start sm:col-span-2">
            {t("choices.save")}
          </Button>
        </ActionForm>
      </Section>
    </DeskPage>
  );
}

function shown(notice: NoticeRow): ShownNotice {
  return {
    notice,
    day: dayOf(notice.createdAt),
    open: openNoticeAction.bind(null, notice.id, notice.path),
    read: readNoticeAction.bind(null, notice.id),
  };
}
