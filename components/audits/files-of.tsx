import { useLocale, useTranslations } from "next-intl";
import { EvidenceList } from "@/components/applications/evidence-list";
import { EvidenceUpload } from "@/components/applications/evidence-upload";
import type { AuditFile } from "@/lib/audits/evidence/queries";
import { address } from "@/lib/i18n/address";

type Props = {
  files: AuditFile[];
  number: string;
  upload: string | null;
  side: "authority" | "provider";
  remove?: ((id: string) => () => Promise<void>) | undefined;
};

/** The files of an audit: the provider's, and for the authority its own papers beside them. */
export function FilesOf({ files, number, upload, side, remove }: Props) {
  const t = useTranslations("audits.files");
  const locale = useLocale();
  const href = (id: string) => address(locale, `manage/audits/${number}/files/${id}`);
  const papers = files.filter((file) => file.side === "authority");

  return (
    <div className="grid max-w-[68ch] gap-6">
      <div>
        {side === "authority" && <h3 className="mb-2 font-bold font-text text-base tracking-normal">{t("provider")}</h3>}
        <EvidenceList files={files.filter((file) => file.side === "provider")} href={href} remove={remove} />
      </div>
      {side === "authority" && (
        <div>
          <h3 className="mb-2 font-bold font-text text-base tracking-normal">{t("papers")}</h3>
          <EvidenceList files={papers} href={href} />
        </div>
      )}
      {upload && <EvidenceUpload action={upload} />}
    </div>
  );
}
