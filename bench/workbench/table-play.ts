import { emptyContent } from '@/lib/core/annotation/content';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import { rowsAt } from '@/lib/core/annotation/rows';
import { isJsonObject, type Json, type JsonObject } from '@/lib/core/record/json';
import { formatPointer } from '@/lib/core/record/pointer';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { isListSchema } from '@/lib/core/schema/types';
import { proposeTable, type ProposedTable } from '@/lib/core/tables/propose-table';
import { tableOf, type Table } from '@/lib/core/tables/table-columns';
import { retarget, takeProposal } from '@/lib/core/tables/take-proposal';
import { cheapest, keys, type Play } from './acts';
import { correct } from './corrections';
import { answer, taken, type Help } from './fields-play';
import type { Labour } from './labour-documents';

const list = '/Indicators';
const schema = medicalReportSchema.properties.Indicators;
const made = schema && isListSchema(schema) ? tableOf(list, schema) : null;
if (!made) throw new Error('The schema has no table.');
const table: Table = made;
type Row = readonly string[];

const rowsOf = (record: JsonObject): Row[] =>
  rowsAt(record, list).map((row: Json) => table.columns.map(({ name }) => (isJsonObject(row) ? textOfLeaf(row[name]) : '')));

/** Cells of a new row, from its first one on: Tab to the next, a click over a gap. */
function fillRow(labour: Labour, help: Help, row: Row, index: number): Play {
  let cursor = 0;
  return row.flatMap((text, column) => {
    if (text === '') return [];
    const pointer = `${list}/${index}${formatPointer([table.columns[column]?.name ?? ''])}`;
    const { play, goesOn } = answer(labour, help, pointer, text);
    const move: Play = cursor === column ? [] : cursor + 1 === column ? ['key'] : ['click'];
    cursor = goesOn ? column + 1 : column;
    return [...move, ...play];
  });
}

/** A click on the cell, then the cheapest of: Delete, letters over it, F2 and letters mended, words of the page. */
function fixCell(labour: Labour, have: string, want: string, pointer: string): Play {
  if (have === want) return [];
  if (want === '') return ['click', 'key'];
  const words = taken(labour, pointer, want);
  return ['click', ...cheapest(keys(want.length), ['key', ...correct(have, want)], ...(words ? [words.play] : []))];
}

/** Turns rows that are there into the right ones: cells mended, rows removed (click, Alt+Del) and added (click, Alt+Enter). */
function fixRows(labour: Labour, have: readonly Row[], want: readonly Row[]): Play {
  const fixed = (i: number, j: number): Play =>
    table.columns.flatMap(({ suffix }, at) => fixCell(labour, have[i]?.[at] ?? '', want[j]?.[at] ?? '', `${list}/${j}${suffix}`));
  let below: Play[] = [];
  for (let i = have.length; i >= 0; i -= 1) {
    const line: Play[] = [];
    for (let j = want.length; j >= 0; j -= 1) {
      const ways: Play[] = [];
      if (i < have.length && j < want.length) ways.push([...fixed(i, j), ...(below[j + 1] ?? [])]);
      if (i < have.length) ways.push(['click', 'key', ...(below[j] ?? [])]);
      if (j < want.length) ways.push(['click', 'key', ...fillRow(labour, 'words', want[j] ?? [], j), ...(line[j + 1] ?? [])]);
      line[j] = ways.length === 0 ? [] : cheapest(...ways);
    }
    below = line;
  }
  return below[0] ?? [];
}

const afterTaking = (proposal: ProposedTable): Row[] =>
  rowsOf(applyOperation(emptyContent, takeProposal(emptyContent, table, proposal)).content.record);

/** Alt+T, a drag, two clicks for each column that is named anew, Enter, and what is left to mend. */
function assisted(labour: Labour, want: readonly Row[]): Play | null {
  const boxes = Object.entries(labour.evidence).flatMap(([pointer, found]) => (pointer.startsWith(`${list}/`) ? found.map(({ box }) => box) : []));
  const line = boxes[0] ? boxes[0][3] - boxes[0][1] : 0;
  const least = (at: 0 | 1): number => Math.min(...boxes.map((box) => box[at]));
  const most = (at: 2 | 3): number => Math.max(...boxes.map((box) => box[at]));
  const plays = [2.2, 0.4].flatMap((linesAbove): Play[] => {
    const words = labour.page.words.filter(({ box }) => {
      const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
      return x >= least(0) - 0.02 && x <= most(2) + 0.02 && y >= least(1) - linesAbove * line && y <= most(3) + 0.5 * line;
    });
    const first = proposeTable(words, labour.page, table.columns);
    if (!first) return [];
    let best = { proposal: first, play: fixRows(labour, afterTaking(first), want) };
    // Column by column the one that saves most, as long as it saves more than its two clicks.
    for (let named: Play = ['click', 'click']; ; named = [...named, 'click', 'click']) {
      const anew = best.proposal.columns.flatMap((_, at) => [...table.columns.keys(), null].map((target) => retarget(best.proposal, at, target)));
      const plays = anew.map((proposal) => ({ proposal, play: [...named, ...fixRows(labour, afterTaking(proposal), want)] }));
      const better = plays.reduce((least, one) => (one.play.length < least.play.length ? one : least), best);
      if (better === best) break;
      best = better;
    }
    return [['key', 'drag', ...best.play, 'key']];
  });
  return plays.length === 0 ? null : cheapest(...plays);
}

/** The table of a report from nothing, or from suggested rows; the cursor is on the empty list. */
export function playTable(labour: Labour, help: Help, isTakenAtOnce = false): Play {
  const want = rowsOf(labour.gold);
  const suggested = help === 'suggestions' ? rowsOf(labour.prediction.record) : [];
  const rowByRow = (by: Help): Play => want.flatMap((row, at) => ['key' as const, ...fillRow(labour, by, row, at)]);
  const fixed: Play[] = suggested.length > 0 ? [[...(isTakenAtOnce ? [] : keys(1)), ...fixRows(labour, suggested, want)]] : [];
  if (isTakenAtOnce && fixed[0]) return fixed[0];
  // Suggested rows that nobody takes are no rows.
  if (want.length === 0) return [];
  if (help === 'nothing') return rowByRow('nothing');
  const read = assisted(labour, want);
  return cheapest(rowByRow('nothing'), rowByRow('words'), ...(read ? [read] : []), ...fixed);
}
