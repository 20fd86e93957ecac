import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { AskedDocument } from "@/lib/criteria/form/form";
import { plainText } from "@/lib/texts/texts";

type Props = {
  action: string;
  /** What the authority asks for, and which of it comes next. */
  documents?: AskedDocument[];
  next?: string | undefined;
};

/** Sends one file. A plain form to an address of its own: a file can be larger than what an action takes. */
export function EvidenceUpload({ action, documents = [], next = "" }: Props) {
  const [t, words] = [useTranslations("application.evidence"), useTranslations("application.documents")];
  const locale = useLocale();

  return (
    <form action={action} method="post" encType="multipart/form-data" className="rounded-lg border border-line bg-raised p-5">
      <label htmlFor="file" className="mb-1 block font-semibold">
        {t("choose")}
      </label>
      <p id="file-hint" className="mb-3 max-w-[62ch] text-ink-2 text-sm">
        {t("hint")}
      </p>
      <input
        id="file"
        name="file"
        type="file"
        required
        accept=".pdf,.jpg,.jpeg,.png,.docx"
        aria-describedby="file-hint"
        className="mb-4 block w-full min-w-0 rounded-md border-[1.5px] border-line-strong bg-paper p-2 file:me-4 file:min-h-9 file:rounded-md file:border-0 file:bg-accent-soft file:px-4 file:font-semibold file:text-accent"
      />
      {documents.length > 0 && (
        <div className="mb-4">
          <SelectField id="document" name="document" label={words("is")} defaultValue={next}>
            {documents.map(({ code, title }) => (
              <option key={code} value={code}>
                {plainText(title, locale)}
              </option>
            ))}
            <option value="">{words("other")}</option>
          </SelectField>
        </div>
      )}
      <Button look="quiet" type="submit">
        {t("send")}
      </Button>
    </form>
  );
}
