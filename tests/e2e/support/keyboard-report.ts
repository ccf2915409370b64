import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RecordSchema } from '@/lib/core/schema/types';
import { jsonLines, picture } from '../../integration/support/made-files';

const facts = {
  Name: 'Ann Lee', Age: '41 years', Gender: 'F', Department: 'Cardiology', Ward: '7', Physician: 'Dr Moss', Sample: 'Blood',
  Collected: '08:15', Reported: '11:40', Method: 'Flow cytometry', Diagnosis: 'No finding', Advice: 'None', Remark: '',
} as const;
const columns = ['Item', 'Result', 'Unit', 'Range'] as const;
const rows = ['WBC', 'RBC', 'HGB', 'HCT', 'MCV', 'MCH', 'MCHC', 'PLT', 'RDW', 'MPV', 'PDW', 'PCT'].map((item, at) => [
  item, String(4.5 + at), 'g/L', `${at + 1}-${at + 9}`,
]);

/** What stands on the page: thirteen fields, one of them absent, and a table of twelve rows. */
export const report = { facts, columns, rows } as const;

export const reportSchema: RecordSchema = {
  type: 'object',
  properties: {
    ...Object.fromEntries(Object.keys(facts).map((name) => [name, { type: 'string' as const }])),
    Indicators: { type: 'array', items: { type: 'object', properties: Object.fromEntries(columns.map((name) => [name, { type: 'string' as const }])) } },
  },
};

/** Printed at 32 pixels, 50 apart, from (30, 60) on; a letter is about this wide. */
const letter = 17;
const lines = [...Object.entries(facts).map(([name, value]) => `${name} ${value}`), ...rows.map((cells) => cells.join(' '))];
const words = lines.flatMap((line, at) =>
  [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    box: [30 + index * letter, 34 + at * 50, 30 + (index + text.length) * letter, 68 + at * 50],
  })),
);

/** Two such pages with their words, to be imported. */
export async function writeKeyboardReports(folder: string): Promise<string> {
  const pages = [255, 254].map((shade) => ({ file: `page-${shade}.png`, image: picture({ width: 1000, height: 1400, text: lines, shade }) }));
  for (const { file, image } of pages) await writeFile(path.join(folder, file), await image.png().toBuffer());
  return jsonLines(folder, pages.map(({ file }) => ({ id: file, image: file, words })));
}
