import path from 'node:path';
import { differenceFigures, type LineSource } from '@/lib/core/scoring';
import { UnusableInput } from '../unusable-input';
import { type JsonLinesFile, openJsonLinesFile } from './json-lines-file';
import { copyInto, openFileOutput, type Output } from './output';
import { type Scored, scoreIntoJson, scoreIntoText, type ScoreSettings } from './score-into';
import { differenceSummary } from './summary';

export interface ScoreRequest {
  readonly gold: string;
  /** One file of predictions, or two to be compared. */
  readonly predictions: readonly string[];
  readonly settings: ScoreSettings;
  readonly isJson: boolean;
  /** Anything left out is an error, and nothing is written then. */
  readonly isStrict: boolean;
}

function refuseLeftOut(file: string, { leftOut }: Scored): void {
  const [first] = leftOut.first();
  if (first) throw new UnusableInput(`${file}: ${leftOut.count()} left out, the first at line ${first.line}: ${first.reason}`);
}

async function scoreAll(
  request: ScoreRequest,
  [gold, ...predictions]: readonly [LineSource, ...LineSource[]],
  folder: string,
  output: Output,
): Promise<readonly Scored[]> {
  const { isJson, isStrict, settings } = request;
  const isComparison = predictions.length > 1;
  const scored: Scored[] = [];
  for (const [place, source] of predictions.entries()) {
    if (isJson && isComparison) await output.write(place === 0 ? '{"before":' : ',\n"after":');
    const name = request.predictions[place] ?? '';
    const job = { name, gold, predictions: source, settings, leftOutFile: path.join(folder, `left-out-${place}`) };
    const one = await (isJson ? scoreIntoJson : scoreIntoText)(job, output);
    if (isStrict) refuseLeftOut(name, one);
    scored.push(one);
  }
  const [before, after] = scored;
  if (before && after)
    await output.write(
      isJson
        ? `,\n"difference":${JSON.stringify(differenceFigures(before.tally, after.tally))}}`
        : differenceSummary(before.tally, after.tally),
    );
  if (isJson) await output.write('\n');
  return scored;
}

/**
 * Scores files into an output.
 * @param folder for what does not fit into memory
 * @returns whether anything could be scored
 * @throws UnusableInput where a file cannot be read, or with `isStrict` where a line was left out
 */
export async function runScore(request: ScoreRequest, folder: string, output: Output): Promise<boolean> {
  const heldBack = path.join(folder, 'held-back');
  const held = request.isStrict ? openFileOutput(heldBack) : null;
  const opened: JsonLinesFile[] = [];
  const open = async (file: string): Promise<JsonLinesFile> => {
    const lines = await openJsonLinesFile(file, path.join(folder, `lines-${opened.length}`));
    opened.push(lines);
    return lines;
  };
  try {
    const gold = await open(request.gold);
    // All of them before the first figure: what cannot be read must not end a result half-way.
    const predictions: JsonLinesFile[] = [];
    for (const file of request.predictions) predictions.push(await open(file));
    const scored = await scoreAll(request, [gold, ...predictions], folder, held ?? output);
    if (held) {
      await held.close();
      await copyInto(output, heldBack);
    }
    await output.flush();
    return scored.some(({ tally }) => tally.documents() > 0);
  } finally {
    for (const lines of opened) await lines.close();
  }
}
