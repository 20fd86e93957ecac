import type { TemplateRow } from "./rows";
import { zip } from "./zip";

/** Excel takes no more in one cell, and no more rows on one sheet. */
export const longestExcelCell = 32_767;
const mostRows = 1_048_576;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * A workbook of texts as a stream of bytes; `groups` are the rows of one offering each. Every cell is a text and every column is for texts:
 * ids keep their zeros, days stay days in every country's Excel. What no longer fits on a sheet goes on on the next, never within an offering.
 */
export function workbook(
  columns: readonly string[],
  groups: AsyncIterable<TemplateRow[]> | Iterable<TemplateRow[]>,
  rowsPerSheet = mostRows,
): AsyncGenerator<Uint8Array> {
  return zip(entries(columns, groups, rowsPerSheet));
}

async function* entries(columns: readonly string[], groups: AsyncIterable<TemplateRow[]> | Iterable<TemplateRow[]>, rowsPerSheet: number) {
  const reading = (async function* () {
    yield* groups;
  })();
  let [sheets, next] = [0, await reading.next()];
  do {
    sheets++;
    const name = `xl/worksheets/sheet${sheets}.xml`;
    yield { name, parts: sheet() };
  } while (!next.done);
  for (const [name, text] of Object.entries(frame(sheets))) yield { name, parts: [declaration + text] };

  async function* sheet(): AsyncGenerator<string> {
    yield opening(columns);
    let row = 2;
    let text = "";
    while (!next.done && (row === 2 || row + next.value.length - 1 <= rowsPerSheet)) {
      for (const cells of next.value) text += rowOf(columns, cells, row++);
      if (text.length > 200_000) {
        yield text;
        text = "";
      }
      next = await reading.next();
    }
    yield `${text}</sheetData></worksheet>`;
  }
}

function opening(columns: readonly string[]): string {
  const names = Object.fromEntries(columns.map((column) => [column, column]));
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return [
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<cols><col min="1" max="${Math.max(1, columns.length)}" width="18" style="1" customWidth="1"/></cols>`,
    `<sheetData>${rowOf(columns, names, 1, 2)}`,
  ].join("");
}

function rowOf(columns: readonly string[], cells: TemplateRow, row: number, style = 1): string {
  const written = columns.map((column, place) => {
    const text = cells[column];
    return text
      ? `<c r="${letters(place)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
      : "";
  });
  return `<row r="${row}">${written.join("")}</row>`;
}

/** A, B, … Z, AA. */
function letters(place: number): string {
  const rest = Math.floor(place / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (place % 26));
}

/** Control characters and halves of characters: XML has no way to hold them. */
const impossible = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

function escaped(text: string): string {
  return text.replace(impossible, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** What a workbook has around its sheets: their names, and two styles beside the plain one: text, and text in bold. */
function frame(sheets: number): Record<string, string> {
  const each = (write: (number: number) => string) => Array.from({ length: sheets }, (_, place) => write(place + 1)).join("");
  const override = (part: string, type: string) => `<Override PartName="/xl/${part}.xml" ContentType="${sheetType}.${type}+xml"/>`;
  const style = (font: number) =>
    `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  const related = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  return {
    "[Content_Types].xml": `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}${override("styles", "styles")}${each((number) => override(`worksheets/sheet${number}`, "worksheet"))}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${packaged}/relationships">${related("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((number) => `<sheet name="Catalogue${number > 1 ? ` ${number}` : ""}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packaged}/relationships">${each((number) => related(`rId${number}`, "worksheet", `worksheets/sheet${number}.xml`))}${related("styles", "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${style(0)}${style(1)}</cellXfs></styleSheet>`,
  };
}
