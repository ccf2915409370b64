import { scoreFiles, tallyFigures } from '@/lib/core/scoring';
import type { BootstrapOptions, LeftOut, LineSource, ScoreFilesOptions, Tally } from '@/lib/core/scoring';
import { type LeftOutLines, noLeftOutLines } from './left-out-lines';
import { copyInto, openFileOutput, type Output } from './output';
import { summaryOf } from './summary';

export type ScoreSettings = ScoreFilesOptions & BootstrapOptions;

/** Two sources to score. */
export interface ScoreJob {
  readonly name: string;
  readonly gold: LineSource;
  readonly predictions: LineSource;
  readonly settings: ScoreSettings;
  /** For what was left out until it is written. */
  readonly leftOutFile: string;
}

export interface Scored {
  readonly tally: Tally;
  readonly leftOut: LeftOutLines;
}

/** The items of a JSON list, each on a line of its own. */
function listInto(output: Output): (item: object) => Promise<void> {
  let separator = '\n';
  return (item) => {
    const text = `${separator}${JSON.stringify(item)}`;
    separator = ',\n';
    return output.write(text);
  };
}

/** Writes one JSON object; documents go out as they are scored, what was left out waits in a file. */
export async function scoreIntoJson({ gold, predictions, settings, leftOutFile }: ScoreJob, output: Output): Promise<Scored> {
  const waiting = openFileOutput(leftOutFile);
  const addLeftOut = listInto(waiting);
  const leftOut = noLeftOutLines();
  await output.write('{"documents":[');
  const sink = {
    document: listInto(output),
    leftOut: (one: LeftOut) => {
      leftOut.add(one);
      return addLeftOut(one);
    },
  };
  const tally = await scoreFiles(gold, predictions, sink, settings);
  const { micro, fields, intervals } = tallyFigures(tally);
  await output.write(`\n],\n"micro":${JSON.stringify(micro)},\n"fields":${JSON.stringify(fields)},\n"unscorable":[`);
  await waiting.close();
  await copyInto(output, leftOutFile);
  await output.write(`\n],\n"intervals":${JSON.stringify(intervals)}}`);
  return { tally, leftOut };
}

/** Writes what a person reads. */
export async function scoreIntoText({ name, gold, predictions, settings }: ScoreJob, output: Output): Promise<Scored> {
  const leftOut = noLeftOutLines();
  const sink = { document: () => undefined, leftOut: leftOut.add };
  const tally = await scoreFiles(gold, predictions, sink, settings);
  await output.write(summaryOf(name, tally, leftOut));
  return { tally, leftOut };
}
