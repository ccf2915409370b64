/**
 * Usage: npx tsx bench/workbench/labour.ts
 *
 * Counts what a hand does to label generated reports that OCR has read: typing
 * every value, taking words, and with the suggestions of an embedded checkpoint
 * that learnt from others. Writes bench/results/workbench-labour.md.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { secondsFor, type Play } from './acts';
import { makeLabour, sizes, type Labour } from './labour-documents';
import { labourReport } from './labour-report';
import { playAcceptAll, playDocument } from './play-document';

const ways: readonly (readonly [string, (labour: Labour) => Play])[] = [
  ['by hand: every value typed', (labour) => playDocument(labour, 'nothing')],
  ['words and table read off the page', (labour) => playDocument(labour, 'words')],
  ['suggestions, one by one', (labour) => playDocument(labour, 'suggestions')],
  ['suggestions, all taken at once', playAcceptAll],
];

const startedAt = performance.now();
const documents = await makeLabour((done, total) => void (done % 10 === 0 && process.stderr.write(`${done} of ${total} read\n`)));
const played = ways.map(([name, play]) => ({
  name,
  documents: documents.map((labour) => {
    const acts = play(labour);
    return { acts: acts.length, keys: acts.filter((act) => act === 'key').length, seconds: secondsFor(acts) };
  }),
}));
const machine = { cores: availableParallelism(), node: process.version, load: loadavg()[0] ?? 0, seconds: (performance.now() - startedAt) / 1_000 };
const text = labourReport({ played, documents, sizes, machine });
await writeFile('bench/results/workbench-labour.md', text);
process.stdout.write(text);
process.exit(0);
