import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { HiddenField } from "@/components/ui/hidden-field";
import { Panel } from "@/components/ui/panel";
import type { FormState } from "@/lib/form";
import { formatDay } from "@/lib/i18n/format";
import type { RecognitionPolicy } from "@/lib/recognition/policy";
import type { PendingPolicy } from "@/lib/recognition/queries";
import type { Problem } from "@/lib/result";
import { PolicyDifferences } from "./policy-differences";
import { PolicyTerms } from "./policy-terms";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type Props = {
  pending: PendingPolicy | undefined;
  number: number;
  before: RecognitionPolicy | undefined;
  from: string;
  problems: Problem[];
  publish: Action;
  discard: Action;
};

/** What was saved, as the public will read it, what changes by it, and the way to publish it. */
export function PolicyPreview({ pending, number, before, from, problems, publish, discard }: Props) {
  const t = useTranslations("policy");
  const locale = useLocale();

  return (
    <div className="grid min-w-0 gap-6 xl:sticky xl:top-6">
      <Panel id="preview" title={t("preview.title")}>
        <p className="mb-4 text-ink-2 text-sm">{t(pending ? "preview.saved" : "preview.none")}</p>
        {pending && <PolicyTerms policy={pending.draft} />}
      </Panel>
      {pending && before && (
        <Panel id="differences" title={t("preview.differences")}>
          <PolicyDifferences before={before} after={pending.draft} />
        </Panel>
      )}
      {pending && (
        <Panel id="publish" title={t("publish.title")}>
          {problems.length > 0 ? (
            <NotYet problems={problems} />
          ) : (
            <p className="text-sm">{t("publish.text", { from: formatDay(from, locale, "long") })}</p>
          )}
          <div className="mt-4 flex flex-wrap gap-3">
            {problems.length === 0 && (
              <Act action={publish} revision={pending.revision} number={number}>
                <Button type="submit">{t("publish.button", { number })}</Button>
              </Act>
            )}
            <Act action={discard} revision={pending.revision} number={number}>
              <Button look="quiet" type="submit">
                {t("publish.discard")}
              </Button>
            </Act>
          </div>
        </Panel>
      )}
    </div>
  );
}

function Act({ action, revision, number, children }: { action: Action; revision: number; number: number; children: ReactNode }) {
  const t = useTranslations("desk");
  return (
    <ActionForm action={action} problemsTitle={t("problems")}>
      <HiddenField name="revision" value={revision} />
      <HiddenField name="number" value={number} />
      {children}
    </ActionForm>
  );
}

function NotYet({ problems }: { problems: Problem[] }) {
  const t = useTranslations("policy.publish");
  const problem = useTranslations("problems");
  return (
    <>
      <p className="text-sm">{t("notYet")}</p>
      <ul className="mt-2 list-disc space-y-1 ps-5 text-sm">
        {problems.map(({ code, field }) => (
          <li key={`${code} ${field}`}>{field ? <a href={`#${field}`}>{problem(code)}</a> : problem(code)}</li>
        ))}
      </ul>
    </>
  );
}
