import type { Evidence } from '../../record/evidence';
import { isLeaf, type Json } from '../../record/json';
import { formatPointer } from '../../record/pointer';
import { valueAt } from '../fields/paths';
import type { RowGroup } from '../fields/plan';
import type { Layout, Segment, Span, Token } from '../layout/types';
import { tokensIn } from '../targets/evidence-tokens';
import { editSimilarity } from '../targets/similarity';
import { anchorRows, type GoldRow, type GoldValue } from './anchor-rows';
import { nearestText, occurrences, rowTexts, squash, type RowTexts } from './find-text';
import { continueTag, none, startTag } from './tags';

/** The tags that spell the gold rows as well as the words can. */
export interface RowTargets {
  readonly tags: Uint8Array;
  /** 0 where nobody can say what the tag should be: nothing is learnt there. */
  readonly known: Uint8Array;
}

/** A value may stand this many visual rows below the one its row begins on. */
const reach = 4;
/** Lines of a value that is wrapped inside its cell. */
const wrappedLines = 4;
const leastSimilarity = 0.7;
const wrappedSimilarity = 0.85;

/**
 * Finds each gold row's values among the tokens: by evidence where people gave
 * it, else by text, first equal, then wrapped over lines, then misread.
 */
export function alignRows(
  layout: Layout,
  group: RowGroup,
  goldRows: readonly Json[],
  evidence: Evidence | undefined,
): RowTargets {
  const count = layout.tokens.length;
  const columns = group.columns.length;
  const tags = new Uint8Array(count);
  const known = new Uint8Array(count).fill(1);
  const page = rowTexts(layout);
  const gold = goldRows.map((row) => goldRow(row, group));
  const anchors = anchorRows(page, gold);
  const middles = columnMiddles(page, gold, anchors, columns);

  gold.forEach((row, r) => {
    const anchor = anchors[r] ?? -1;
    const mine: number[] = [];
    let isComplete = true;
    const place = (value: GoldValue, tokens: Iterable<number>): boolean => {
      const free = [...tokens].filter((i) => tags[i] === none);
      for (const i of free) tags[i] = continueTag(value.column);
      mine.push(...free);
      return free.length > 0;
    };
    for (const value of [...row.values].sort((a, b) => b.text.length - a.text.length)) {
      const pointed = tokensIn(layout, evidence?.[pointerTo(group, r, value.column)]);
      if (pointed.size > 0 && place(value, pointed)) continue;
      const found = anchor < 0 ? null : findValue(value, anchor, r);
      if (!found || !place(value, found)) isComplete = false;
    }
    const first = mine.length === 0 ? -1 : Math.min(...mine);
    if (first >= 0) tags[first] = startTag((tags[first] as number) - 1, columns);
    if (!isComplete && anchor >= 0) doubt(anchor, mine);
  });
  return { tags, known };

  /** A row with a value not found: its other words may be that value. */
  function doubt(anchor: number, mine: readonly number[]): void {
    const last = mine.reduce((most, i) => Math.max(most, layout.tokens[i]?.row ?? 0), anchor);
    for (let v = anchor; v <= last; v++) {
      const { start, end } = layout.rows[v] ?? { start: 0, end: 0 };
      for (let i = start; i < end; i++) if (tags[i] === none) known[i] = 0;
    }
  }

  function findValue(value: GoldValue, anchor: number, r: number): readonly number[] | null {
    const next = anchors.slice(r + 1).find((v) => v > anchor) ?? Infinity;
    const rows = [anchor];
    for (let v = anchor + 1; v < Math.min(anchor + reach, next, layout.rows.length); v++) rows.push(v);
    const own = nearestFree(occurrences(page, anchor, value.text), value.column);
    if (own) return range(own);
    if (value.text.length > 1) {
      for (const v of rows.slice(1)) {
        const found = nearestFree(occurrences(page, v, value.text), value.column);
        if (found) return range(found);
      }
    }
    if (value.text.length < 3) return null;
    let best = wrappedAt(value.text, anchor);
    for (const v of rows) {
      const near = nearestText(page, v, value.text, Math.max(leastSimilarity, best?.similarity ?? 0));
      if (near && near.similarity > (best?.similarity ?? 0) && isFree(near.span)) {
        best = { tokens: range(near.span), similarity: near.similarity };
      }
    }
    return best?.tokens ?? null;
  }

  function isFree({ start, end }: Span): boolean {
    for (let i = start; i < end; i++) if (tags[i] !== none) return false;
    return true;
  }

  /** Of equal texts in a row the one nearest to where the column stands in other rows. */
  function nearestFree(spans: readonly Span[], column: number): Span | null {
    const middle = middles[column] ?? null;
    let best: Span | null = null;
    let bestDistance = Infinity;
    for (const span of spans) {
      if (!isFree(span)) continue;
      const distance = middle === null ? 0 : Math.abs(middleOf(layout, span) - middle);
      if (distance < bestDistance) [best, bestDistance] = [span, distance];
    }
    return best;
  }

  /** A value cut over the lines of a cell: a segment and those right under it. */
  function wrappedAt(text: string, anchor: number): FoundTokens | null {
    let best: FoundTokens | null = null;
    for (let v = anchor; v >= Math.max(0, anchor - 1); v--) {
      const { first, last } = layout.rows[v] ?? { first: 0, last: 0 };
      for (let s = first; s < last; s++) {
        const found = wrappedFrom(layout.segments[s] as Segment, text);
        if (found && found.similarity > (best?.similarity ?? 0)) best = found;
      }
    }
    return best;
  }

  function wrappedFrom(head: Segment, text: string): FoundTokens | null {
    let best: FoundTokens | null = null;
    for (let from = head.start; from < head.end; from++) {
      const tokens: number[] = [];
      let spelled = '';
      let at: Segment | undefined = head;
      for (let line = 0; at && line < wrappedLines; line++, at = layout.segments[at.below]) {
        const start: number = line === 0 ? from : at.start;
        for (let i = start; i < at.end; i++) {
          tokens.push(i);
          spelled += squash((layout.tokens[i] as Token).text);
        }
        const similarity: number = line === 0 ? 0 : editSimilarity(spelled, text, wrappedSimilarity);
        if (similarity > (best?.similarity ?? 0)) best = { tokens: [...tokens], similarity };
        if (spelled.length > text.length) break;
      }
    }
    return best;
  }
}

interface FoundTokens {
  readonly tokens: readonly number[];
  readonly similarity: number;
}

const range = ({ start, end }: Span): readonly number[] =>
  Array.from({ length: end - start }, (_, i) => start + i);

const middleOf = ({ tokens }: Layout, { start, end }: Span): number =>
  ((tokens[start]?.x0 ?? 0) + (tokens[end - 1]?.x1 ?? 0)) / 2;

const pointerTo = (group: RowGroup, row: number, column: number): string =>
  formatPointer([...group.path, row, ...(group.columns[column]?.path ?? [])]);

function goldRow(row: Json, { columns }: RowGroup): GoldRow {
  return {
    values: columns.flatMap(({ path }, column) => {
      const value = valueAt(row, path);
      const text = isLeaf(value) && value !== null ? squash(String(value)) : '';
      return text === '' ? [] : [{ column, text }];
    }),
  };
}

/** Median middle of each column over the values found once in their rows; null where too few. */
function columnMiddles(
  page: RowTexts,
  gold: readonly GoldRow[],
  anchors: readonly number[],
  columns: number,
): readonly (number | null)[] {
  const found: number[][] = Array.from({ length: columns }, () => []);
  const shared = new Set(anchors.filter((v, r) => v >= 0 && anchors.indexOf(v) !== r));
  gold.forEach((row, r) => {
    const anchor = anchors[r] ?? -1;
    if (anchor < 0 || shared.has(anchor)) return;
    for (const value of row.values) {
      const spans = occurrences(page, anchor, value.text);
      if (spans[0] && spans.length === 1) found[value.column]?.push(middleOf(page.layout, spans[0]));
    }
  });
  return found.map((middles) => {
    middles.sort((a, b) => a - b);
    return middles[middles.length >> 1] ?? null;
  });
}
