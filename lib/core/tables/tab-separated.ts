/** A quoted cell, with a quote in it doubled, up to what may follow a cell. */
const quoted = /"((?:[^"]|"")*)"(?=\t|\r\n|\n|\r|$)/y;
const bare = /[^\t\r\n]*/y;
const rowEnd = /\r\n|\n|\r/y;

function take(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * Text as spreadsheets put it on the clipboard → rows of cells. A quoted cell
 * may hold tabs and lines; a quote that nothing closes is a quote. The end of
 * the last row may be left out.
 */
export function parseTabSeparated(text: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const row: string[] = [];
    for (;;) {
      const inQuotes = take(quoted, text, at);
      const cell = inQuotes ?? take(bare, text, at);
      row.push(inQuotes ? (inQuotes[1] ?? '').replaceAll('""', '"') : (cell?.[0] ?? ''));
      at += cell?.[0].length ?? 0;
      if (text[at] !== '\t') break;
      at += 1;
    }
    rows.push(row);
    at += take(rowEnd, text, at)?.[0].length ?? 0;
  }
  return rows;
}

/** Rows of cells → text that spreadsheets take, each row ended by a line feed. */
export const formatTabSeparated = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => `${row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')}\n`)
    .join('');
