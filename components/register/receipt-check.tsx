import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { fetchCommands, nodeCommands, opensslCommands } from "@/lib/register/receipts/offline";
import type { PublicKey } from "@/lib/register/receipts/receipt";

/** How anybody checks a receipt without asking us whether it holds. */
export function ReceiptCheck({ receipt, site }: { receipt: { id: string; publicKey: PublicKey }; site: string }) {
  const t = useTranslations("register.receipt");

  return (
    <Section id="check" title={t("checkTitle")}>
      <p className="mb-4 max-w-[66ch] text-ink-2">{t("checkLead")}</p>
      <ul className="mb-4 flex flex-wrap gap-x-6 text-sm print:hidden">
        <li>
          <a className="inline-block py-1" href={`/api/v1/register/receipts/${receipt.id}.jws`}>
            {t("bare")}
          </a>
        </li>
        <li>
          <a className="inline-block py-1" href={`/api/v1/register/receipts/${receipt.id}`}>
            {t("data")}
          </a>
        </li>
        <li>
          <a className="inline-block py-1" href="/.well-known/jwks.json">
            {t("keys")}
          </a>
        </li>
      </ul>
      <div className="max-w-[58rem] space-y-5">
        <Commands title={t("fetch")} lines={fetchCommands(receipt, site)} />
        <Commands title={t("openssl")} lead={t("opensslLead")} lines={opensslCommands(receipt)} />
        <div className="print:hidden">
          <Commands title={t("node")} lead={t("nodeLead")} lines={nodeCommands(receipt)} />
        </div>
      </div>
    </Section>
  );
}

function Commands({ title, lead, lines }: { title: string; lead?: string; lines: string }) {
  return (
    <div>
      <h3>{title}</h3>
      {lead && <p className="text-ink-2 text-sm">{lead}</p>}
      <pre
        lang="en"
        className="mt-1 whitespace-pre-wrap rounded-md border border-line bg-sunk p-4 text-sm [overflow-wrap:anywhere] print:p-2"
      >
        {lines}
      </pre>
    </div>
  );
}
