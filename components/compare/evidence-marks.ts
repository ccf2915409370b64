import type { LeafVerdict } from '@/lib/core/metrics/typed-errors';
import type { EvidenceBox } from '@/lib/core/record/evidence';
import { type ComparedLine, letterOf } from './comparison-view';

/** A box on a page with what it says. */
export interface EvidenceMark {
  readonly box: EvidenceBox;
  /** `gold`: where gold stands, for a leaf that some checkpoint got wrong. */
  readonly verdict: LeafVerdict | 'gold';
  /** Letters of the checkpoints that say so: "A", "A B". */
  readonly letters: string;
  /** Place of its line. */
  readonly line: number;
  /** Where an arrow leads: the box of the row that the value belongs to. */
  readonly home: EvidenceBox | null;
}

const placeOf = ({ page, box }: EvidenceBox): string => [page, ...box].join();

/**
 * The marks of all lines: the checkpoints' boxes by verdict, the same box and
 * verdict once; gold's box where somebody has something else, or nothing.
 */
export function evidenceMarks(lines: readonly ComparedLine[]): EvidenceMark[] {
  const goldBoxes = new Map(lines.map(({ goldPointer, goldBoxes: boxes }) => [goldPointer, boxes]));
  return lines.flatMap(({ cells, goldBoxes: ownBoxes }, line) => {
    const marks = new Map<string, EvidenceMark>();
    cells.forEach((cell, column) => {
      if (!cell) return;
      const home = (cell.belongsTo && goldBoxes.get(cell.belongsTo.leaf)?.[0]) ?? null;
      // What is missing has no box of its own: it stands where gold stands.
      for (const box of cell.type === 'missing' ? ownBoxes : cell.boxes) {
        const key = `${placeOf(box)} ${cell.type}`;
        const letters = [marks.get(key)?.letters, letterOf(column)].filter(Boolean).join(' ');
        marks.set(key, { box, verdict: cell.type, letters, line, home });
      }
    });
    const marked = [...marks.values()];
    const isElsewhere = cells.some((cell) => cell !== null && cell.type !== 'right');
    const taken = new Set(marked.map(({ box }) => placeOf(box)));
    const gold = isElsewhere ? ownBoxes.filter((box) => !taken.has(placeOf(box))) : [];
    return [...gold.map((box): EvidenceMark => ({ box, verdict: 'gold', letters: '', line, home: null })), ...marked];
  });
}
