import Table from 'cli-table3';

/** One JSON document, or for programs that follow along one a line. */
export const printJson = (value: unknown): void =>
  void process.stdout.write(`${JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item))}\n`);

export const printLine = (line: string): void => void process.stdout.write(`${line}\n`);

/** What goes beside the result: progress, warnings. */
export const printAside = (line: string): void => void process.stderr.write(`${line}\n`);

export function tableText(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const table = new Table({ head: [...head], style: { head: [], border: [] } });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

export const printTable = (...[head, rows]: Parameters<typeof tableText>): void => printLine(tableText(head, rows));

export const percent = (share: number): string => (share * 100).toFixed(1);
