import type { LabelledDocument } from '@/lib/core/policy';
import { createRandom } from '@/lib/core/random';
import { selectionStrategies } from '@/lib/core/sampling';
import type { RecordSchema } from '@/lib/core/schema/types';
import { predictAll, seeds } from './measure';
import { runRound } from './run-round';
import { microF1, spread } from './score';
import { select } from './select';

const sizes = [10, 25, 50, 100] as const;
const testDocuments = 80;

/** Which documents to label: strict F1 of the warm start on n picks, by strategy, on documents drawn anew for each seed. */
export function measureSelection(schema: RecordSchema, documents: readonly LabelledDocument[]): readonly string[] {
  const header = `| n | ${selectionStrategies.join(' | ')} |`;
  const rows = sizes.map((size) => {
    const cells = selectionStrategies.map((strategy) =>
      spread(
        seeds.map((seed) => {
          const drawn = createRandom(seed).shuffle(documents);
          const test = drawn.slice(0, testDocuments);
          const { picked } = select(drawn.slice(testDocuments), strategy, size, seed);
          const recipe = { seed, epochs: 0, warmStartDocuments: size };
          const { result } = runRound({ schema, picked, recipe, trainOnAll: true });
          return microF1(predictAll(result.warmStartAll, test), 'strict');
        }),
      ),
    );
    return `| ${size} | ${cells.join(' | ')} |`;
  });
  return [header, `|---|${selectionStrategies.map(() => '---|').join('')}`, ...rows, ''];
}
