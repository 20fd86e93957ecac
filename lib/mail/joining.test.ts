import { expect, test } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { applicationMail } from "./application";
import { invitationMail } from "./invitation";

const names = { en: "Garden {School} <b>Ghent</b>" };

test("an invitation says in each language who asks, to what, until when, and links to it", () => {
  const texts = locales.map((locale) => {
    const url = `https://cairn.example/${locale}/invitation?token=x`;
    const mail = invitationMail({ to: "a@b.example", url, by: "Mieke", organisation: names, role: "editor", until: "2026-12-09", locale });
    for (const part of [url, "Mieke", names.en, "2026", "a@b.example"]) expect(mail.text, locale).toContain(part);
    expect(mail.subject, locale).toContain(names.en);
    return mail.text;
  });
  expect(new Set(texts).size).toBe(locales.length);
});

test("what the authority writes reaches the applicant word for word, with a link to the application", () => {
  const text = "Which {street}?\n'Two' lines & <more>";
  for (const locale of locales) {
    for (const what of ["question", "refused"] as const) {
      const mail = applicationMail({ to: "a@b.example", locale, id: "the-id", what, text, names });
      expect(mail.text, `${locale} ${what}`).toContain(text);
      expect(mail.text).toContain(`/${locale}/manage/applications/the-id`);
    }
  }
  const unknown = applicationMail({ to: "a@b.example", locale: "xx", id: "i", what: "registered", text: "", names });
  expect(unknown.text).toMatch(/\/manage\n/);
});
