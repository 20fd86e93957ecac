import {
  aboutOf,
  contentHash,
  type DecisionEntry,
  type LogEntry,
  type PublicationEntry,
  readEntry,
  sealOf,
  textHash,
} from "@/lib/public-log/entry";
import { asColumns, differences, type Finding, isSame, missing, surplus } from "./finding";
import {
  allIds,
  allOfferings,
  type DecisionRow,
  readDecisions,
  readVersions,
  readWrongVisibility,
  type StoredEntry,
  type VersionRow,
} from "./queries";
import { type OfferingRow, replayEntry } from "./replay-offerings";

/** Holds entries against the rows that they tell of. */
export class RowCheck {
  readonly findings: Finding[] = [];
  private readonly told = { decisions: new Set<string>(), versions: new Set<string>() };
  private readonly offerings = new Map<string, OfferingRow>();

  async add(stored: StoredEntry[]): Promise<void> {
    const read = stored.flatMap((row) => {
      const entry = entryIn(row);
      return entry ? [{ row, entry }] : [];
    });
    for (const { row, entry } of read) {
      const { kind, subjectId, organisationId } = row;
      this.findings.push(
        ...differences("log_entries", String(row.entryId), asColumns(aboutOf(entry)), asColumns({ kind, subjectId, organisationId })),
      );
      if (entry.type !== "decision" && row.salt !== null)
        this.findings.push({ table: "log_entries", id: String(row.entryId), field: "salt", log: "none", stands: row.salt });
      replayEntry(this.offerings, entry);
    }
    await this.compareDecisions(read.flatMap(({ row, entry }) => (entry.type === "decision" ? [{ entry, salt: row.salt }] : [])));
    await this.compareVersions(read.flatMap(({ entry }) => (entry.type === "publication" ? [entry] : [])));
  }

  private first(table: keyof typeof this.told, id: string): boolean {
    if (this.told[table].has(id)) this.findings.push({ table, id, field: "row", log: "two entries", stands: "one row" });
    const isFirst = !this.told[table].has(id);
    this.told[table].add(id);
    return isFirst;
  }

  private async compareDecisions(entries: { entry: DecisionEntry; salt: string | null }[]): Promise<void> {
    if (entries.length === 0) return;
    const rows = new Map((await readDecisions(entries.map(({ entry }) => entry.id))).map((row) => [row.id, row]));
    for (const { entry, salt } of entries) {
      const row = rows.get(entry.id);
      if (!this.first("decisions", entry.id)) continue;
      if (!row) this.findings.push(missing("decisions", entry.id, entry));
      else this.findings.push(...compareDecision(entry, row, salt));
    }
  }

  private async compareVersions(entries: PublicationEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const rows = new Map((await readVersions(entries.map(({ version }) => version.id))).map((row) => [row.version.id, row]));
    for (const entry of entries) {
      const row = rows.get(entry.version.id);
      if (!this.first("versions", entry.version.id)) continue;
      if (!row) this.findings.push(missing("versions", entry.version.id, entry));
      else this.findings.push(...differences("versions", entry.version.id, columnsOf(entry), columnsOf(asEntry(row))));
    }
  }

  /** Rows that no entry tells of, and offerings that are not what the log made of them. */
  async finish(): Promise<void> {
    for (const table of ["decisions", "versions"] as const)
      for await (const ids of allIds(table))
        this.findings.push(...ids.filter((id) => !this.told[table].has(id)).map((id) => surplus(table, id, "a row")));
    for await (const rows of allOfferings()) {
      for (const { id, stands, expected } of await readWrongVisibility(rows.map(({ id }) => id)))
        this.findings.push({ table: "offerings", id, field: "visible", log: expected, stands });
      for (const { id, fields } of rows) {
        const expected = this.offerings.get(id);
        this.offerings.delete(id);
        if (expected) this.findings.push(...differences("offerings", id, expected, fields));
        else if (fields.current_version_id !== null || fields.status === "published") this.findings.push(surplus("offerings", id, fields));
      }
    }
    for (const [id, expected] of this.offerings) this.findings.push(missing("offerings", id, expected));
  }
}

function entryIn({ content }: StoredEntry): LogEntry | undefined {
  try {
    const entry = readEntry(content ?? "");
    // What is no entry at all has been named by its hash.
    return entry.type === "decision" || entry.offering.id ? entry : undefined;
  } catch {
    return undefined;
  }
}

function compareDecision(entry: DecisionEntry, row: DecisionRow, salt: string | null): Finding[] {
  const columns = ({ authority, organisation, supersedes, ...others }: Partial<DecisionEntry>) => ({
    ...asColumns(others),
    authority_id: authority?.id,
    organisation_id: organisation?.id,
    supersedes_id: supersedes,
  });
  const { type: _type, sealed, ...told } = entry;
  const { signedById, ...stands } = row as DecisionRow & Partial<DecisionEntry>;
  const seal = sealOf(salt ?? "", signedById);
  const signer = isSame(seal, sealed)
    ? []
    : [{ table: "decisions", id: entry.id, field: "signed_by_id", log: `sealed as ${sealed}`, stands: seal }];
  return [...differences("decisions", entry.id, columns(told), columns(stands)), ...signer];
}

type Told = Omit<PublicationEntry, "type" | "provider"> & { provider?: unknown };

function asEntry({ content, searchText, facts, ...row }: VersionRow): Told {
  return { ...row, sha256: contentHash(content), facts: { ...facts, searchTextSha256: textHash(searchText) } } as unknown as Told;
}

function columnsOf({ offering, version, effectiveFrom, publishedAt, sha256, facts }: Told): Record<string, unknown> {
  const { searchTextSha256, ...others } = facts;
  const hashes = { content: `SHA-256 ${sha256}`, search_text: `SHA-256 ${searchTextSha256}` };
  return { offering_id: offering.id, number: version.number, ...asColumns({ effectiveFrom, publishedAt, ...others }), ...hashes };
}
