import type { JsonObject } from '../record/json';
import type { BootstrapOptions } from './bootstrap';
import { readLine, usableLines, type LeaveOut, type LineSource } from './read-lines';
import { predictionProblem, scoreLine, type DocumentScore, type ScoreFilesOptions } from './score-line';
import { createTally, type Tally } from './tally';

/** Takes what comes out, line by line; the next line waits until it is taken. */
export interface ScoreSink {
  readonly document: (score: DocumentScore) => void | Promise<void>;
  readonly leftOut: LeaveOut;
}

/** A file that is written to while it is scored has no score. */
export class ChangedWhileRead extends Error {
  override readonly name = 'ChangedWhileRead';
}

/** The usable prediction for an id, read again from where the index says it stands. */
function predictionOf(id: string, predictions: LineSource, options: ScoreFilesOptions): JsonObject | undefined {
  const place = predictions.index.find(id);
  if (!place) return undefined;
  const read = readLine({ place, text: predictions.read(place) });
  if ('problem' in read || read.id !== id)
    throw new ChangedWhileRead(`line ${place.line} of the predictions changed while they were read`);
  return predictionProblem(read.content, options) === null ? read.content : undefined;
}

/**
 * Scores two sources of JSON lines (`docs/scoring.md`, "The command"), of any
 * size and in any order: three walks, nothing kept but what the indices and the
 * tally keep. Documents come in the order of GOLD; a gold id without a usable
 * prediction is scored against `{}`; whatever is left out comes with its reason,
 * lines of GOLD first, then lines of PRED, then gold that has no score.
 * @throws ChangedWhileRead where a source gives other lines the second time
 */
export async function scoreFiles(
  gold: LineSource,
  predictions: LineSource,
  sink: ScoreSink,
  options: ScoreFilesOptions & BootstrapOptions = {},
): Promise<Tally> {
  const tally = createTally(options);
  for await (const _ of usableLines(gold, 'gold', sink.leftOut));
  for await (const { id, place, content } of usableLines(predictions, 'prediction', sink.leftOut)) {
    const reason = gold.index.find(id) ? predictionProblem(content, options) : 'prediction without gold';
    if (reason !== null) await sink.leftOut({ id, line: place.line, reason });
  }
  const alreadyTold: LeaveOut = () => undefined;
  for await (const { id, place, content } of usableLines(gold, 'gold', alreadyTold)) {
    const result = scoreLine(id, content, predictionOf(id, predictions, options), options);
    if ('kind' in result) {
      await sink.leftOut({ id, line: place.line, reason: result.reason });
      continue;
    }
    tally.add(id, result.score, result.fields);
    await sink.document(result.score);
  }
  return tally;
}
