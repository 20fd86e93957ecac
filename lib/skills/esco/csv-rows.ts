type CsvRow = { line: number; cells: string[] };

/**
 * Cuts ESCO's files into rows as they come, in pieces of any size. ESCO writes RFC 4180 with commas, and several names on lines of their own
 * within one quoted cell; the line of a row is that on which it begins, as an editor shows it.
 */
export class CsvRows {
  private cells: string[] = [];
  private cell = "";
  private quoted = false;
  /** A quotation mark within a quoted cell: the end of it, or the first of two. */
  private ended = false;
  private line = 1;
  private begun = 1;

  /** Whether the file broke off within a quoted cell. */
  get isOpen(): boolean {
    return this.quoted && !this.ended;
  }

  take(piece: string): CsvRow[] {
    const rows: CsvRow[] = [];
    for (const letter of piece) {
      if (letter === "\n") this.line++;
      if (this.quoted && !this.takeQuoted(letter)) continue;
      if (letter === '"' && this.cell === "") this.quoted = true;
      else if (letter === ",") this.endCell();
      else if (letter === "\n") this.endRow(rows);
      else if (letter !== "\r") this.cell += letter;
    }
    return rows;
  }

  end(): CsvRow[] {
    const rows: CsvRow[] = [];
    if (this.cell !== "" || this.cells.length > 0) this.endRow(rows);
    return rows;
  }

  /** Whether the letter is one after the quoted cell. */
  private takeQuoted(letter: string): boolean {
    if (this.ended && letter === '"') {
      this.cell += letter;
      this.ended = false;
    } else if (this.ended) {
      this.quoted = false;
      this.ended = false;
      return true;
    } else if (letter === '"') this.ended = true;
    else this.cell += letter;
    return false;
  }

  private endCell(): void {
    this.cells.push(this.cell);
    this.cell = "";
  }

  private endRow(rows: CsvRow[]): void {
    this.endCell();
    if (this.cells.some((cell) => cell !== "")) rows.push({ line: this.begun, cells: this.cells });
    this.cells = [];
    this.begun = this.line;
  }
}
