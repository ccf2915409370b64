import type { Weighted } from '../content/chance';
import type { IndicatorKey, ScalarKey } from '../content/report';

/** Width in pixels and the height a sheet has at least. */
export interface Paper {
  readonly width: number;
  readonly minHeight: number;
}

export const papers = {
  a4: { width: 980, minHeight: 1180 },
  letter: { width: 1000, minHeight: 960 },
  half: { width: 1000, minHeight: 650 },
  slip: { width: 660, minHeight: 720 },
} as const satisfies Record<string, Paper>;
export type PaperName = keyof typeof papers;

export interface TableLayout {
  readonly columns: readonly IndicatorKey[];
  /** What stands in the item column. */
  readonly item: 'name' | 'code' | 'both';
  /** `mark` is printed right of the result where it has no column of its own. */
  readonly markBeside: boolean;
  /** A running number before each row: nothing the record asks for. */
  readonly numbered: boolean;
  /** Two column groups side by side. */
  readonly twoUp: boolean;
}

/** Pieces of a sheet between head and foot, top to bottom. */
export type Block =
  | { readonly block: 'table'; readonly table: TableLayout }
  | { readonly block: 'section'; readonly key: ScalarKey }
  | { readonly block: 'ecg-trace' }
  | { readonly block: 'pictures'; readonly picture: 'fan' | 'scope' };

export interface Layout extends Weighted {
  readonly id: string;
  readonly paper: PaperName;
  /** `letter` is running prose with the facts inside the sentences. */
  readonly head: 'house' | 'letter';
  readonly blocks: readonly Block[];
  /** The examination's name is the heading instead of a line of the head. */
  readonly nameAsHeading: boolean;
}

export const section = (key: ScalarKey): Block => ({ block: 'section', key });

export const table = (
  columns: readonly IndicatorKey[],
  options: Partial<Omit<TableLayout, 'columns'>> = {},
): Block => ({
  block: 'table',
  table: { columns, item: 'name', markBeside: false, numbered: false, twoUp: false, ...options },
});
