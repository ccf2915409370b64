import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwkwardFiles, awkwardFiles } from './commands/awkward-files';
import { type Ended, run, trainerCommand, workbenchCommand } from './commands/commands';
import { differences } from './differential/differences';

const workbench = workbenchCommand();
const trainer = trainerCommand();
const pair = trainer ? 'the two commands' : 'the two commands (no Python 3.11 or newer here)';

let folder: string;
let files: AwkwardFiles;
const file = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hf-commands-'));
  files = awkwardFiles();
  await writeFile(file('gold'), files.gold);
  await writeFile(file('predictions'), files.predictions);
  await writeFile(file('completions'), files.completions);
  await writeFile(file('broken.json'), '{"type": "object", "properties": {"a": {"type": "list"}}}');
  await writeFile(file('beyond.json'), '{"type": "object", "x": 1e999}');
  await writeFile(
    file('schema.json'),
    '\ufeff{"type": "array", "type": "object", "properties": {"rows": {"type": "array", "items": {"type": "object", "properties": {"result": {"type": "string", "x-match": "number"}}}}}}',
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function both(...given: readonly string[]): Promise<readonly [Ended, Ended]> {
  if (!trainer) throw new Error('there is no trainer to ask');
  return Promise.all([run(workbench, ...given), run(trainer, ...given)]);
}

/** Runs both, wants the same JSON and exit code, and gives the JSON. */
async function sameJson(...given: readonly string[]) {
  const [ours, theirs] = await both(...given, '--json');
  expect(theirs.code).toBe(ours.code);
  expect(theirs.err).toBe(ours.err);
  const [mine, other] = [JSON.parse(ours.out) as Readonly<Record<string, unknown>>, JSON.parse(theirs.out) as unknown];
  expect(differences(mine, other)).toEqual([]);
  return { code: ours.code, json: mine, err: ours.err };
}

/** The words of a summary: frames and the width of columns are each command's own. */
const words = (text: string): string[] => text.replace(/[\u2500-\u257f]/g, ' ').split(/\s+/).filter((word) => word !== '');

describe.skipIf(!trainer)(pair, { timeout: 120_000 }, () => {
  it('say the same of awkward records, to the last key', async () => {
    const { code, json } = await sameJson(file('gold'), file('predictions'));
    expect(code).toBe(0);
    expect(Object.keys(json)).toEqual(['documents', 'micro', 'fields', 'unscorable', 'intervals']);
    expect(json).toMatchObject({ fields: { bytes: { matched: files.undecodable, gold: files.undecodable } } });
    expect(json['unscorable']).toHaveLength(21);
  });

  it('say the same of completions, with another weight, seed and number of resamples', async () => {
    const flags = ['--completions', '--alpha', '0.3', '--seed', '7', '--resamples', '1500'];
    const { json } = await sameJson(file('gold'), file('completions'), ...flags);
    expect(json).toMatchObject({ intervals: { seed: 7, resamples: 1500 } });
    await sameJson(file('gold'), file('completions'), '--completions', '--no-think');
  });

  it('say the same under a schema', async () => {
    await sameJson(file('gold'), file('predictions'), '--schema', file('schema.json'));
  });

  it('compare two files of predictions in the same way', async () => {
    const { json } = await sameJson(file('gold'), file('completions'), file('predictions'));
    expect(Object.keys(json)).toEqual(['before', 'after', 'difference']);
    expect(json['difference']).toMatchObject({ micro: { isDifference: true } });
  });

  it('print the same words for a person', async () => {
    for (const given of [[file('predictions')], [file('completions'), file('predictions')]]) {
      const [ours, theirs] = await both(file('gold'), ...given);
      expect(words(theirs.out)).toEqual(words(ours.out));
      expect(ours.out).toContain('21 left out:\n  line ');
      expect(ours.out).toContain('and 1 more; --json has them all');
      expect(ours.out).not.toContain('\u001b');
    }
  });

  it('refuse the same in the same words', async () => {
    const refusals: readonly (readonly [given: readonly string[], message: string])[] = [
      [[file('none'), file('predictions')], 'cannot be read'],
      [[file('gold'), folder], 'is a folder'],
      [[file('gold'), file('predictions'), file('none')], 'cannot be read'],
      [[file('gold'), file('predictions'), '--strict'], '21 left out, the first at line'],
      [[file('gold'), file('predictions'), '--schema', file('broken.json')], '/properties/a/type'],
      [[file('gold'), file('predictions'), '--schema', file('beyond.json')], 'a number is beyond a double'],
    ];
    for (const [given, message] of refusals) {
      const { code, json } = await sameJson(...given);
      expect(code, message).toBe(2);
      expect(json).toMatchObject({ error: { code: 'invalid-input', message: expect.stringContaining(message) as string } });
    }
  });

  it('refuse arguments that make no sense', async () => {
    for (const flags of [['--alpha', '7'], ['--resamples', '999'], ['--comp'], ['more', 'and more']]) {
      const [ours, theirs] = await both(file('gold'), file('predictions'), ...flags);
      expect([ours.code, theirs.code], flags.join(' ')).toEqual([2, 2]);
      expect([ours.out, theirs.out]).toEqual(['', '']);
    }
  });

  it('exit with 2 and no figure where nothing could be scored', async () => {
    const { code, json, err } = await sameJson(file('schema.json'), file('predictions'));
    expect(code).toBe(2);
    expect(json).toMatchObject({ documents: [], micro: { f1: null }, intervals: { micro: null } });
    expect(err).toBe('Nothing could be scored.\n');
  });
});
