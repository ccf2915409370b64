import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import type { RecordSchema } from '@/lib/core/schema/types';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { keepScreenshot, useVisitors } from '../setup/browser';
import { createPerson } from '../setup/people';
import { openPage, placeOf } from './support/canvas-page';
import { cell, cellTexts, importReport, pasteText, suggest, type ImportedReport } from './support/fields-page';
import { field, openDocument, waitUntilSaved } from './support/label-page';

const projectId = 'fields';
const schema: RecordSchema = {
  type: 'object',
  properties: {
    Name: { type: 'string', description: 'As printed' },
    Sex: { type: 'string', enum: ['female', 'male', 'intersex', 'unknown'] },
    Fasting: { type: 'boolean', description: 'Whether the patient had fasted' },
    Age: { type: 'integer' },
    Total: { type: 'string', 'x-match': 'number' },
    Indicators: medicalReportSchema.properties.Indicators ?? { type: 'array', items: { type: 'string' } },
    Visits: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          Ward: { type: 'string' },
          Findings: { type: 'array', items: { type: 'object', properties: { Text: { type: 'string' }, Codes: { type: 'array', items: { type: 'string' } } } } },
        },
      },
    },
    Remarks: { type: 'array', items: { type: 'string' } },
  },
};
const visitors = useVisitors();
let annotator: string;
let report: ImportedReport;
let suggested: ImportedReport;
let long: ImportedReport;

beforeAll(async () => {
  const admin = await createPerson({ name: 'Fields Admin', isAdmin: true });
  await createProject(admin, { id: projectId, name: 'Fields', schema });
  annotator = (await createPerson({ name: 'Fields Annotator', roles: { [projectId]: ['annotator'] } })).userId;
  report = await importReport(admin, projectId, 4_711);
  suggested = await importReport(admin, projectId, 4_712);
  long = await importReport(admin, projectId, 4_713);
  const box = { page: 0, box: [0.1, 0.1, 0.3, 0.12] as const };
  await suggest(projectId, suggested.documentId, {
    record: { Name: 'Anm Lee', Sex: 'female', Age: 41, Total: '12' },
    evidence: { '/Name': [box] },
    confidence: { '/Name': 0.95, '/Sex': 0.4, '/Age': 0.92, '/Total': 0.6 },
  });
});

async function open({ documentId }: ImportedReport): Promise<Page> {
  const { page, context } = await visitors.openAs(annotator);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/p/${projectId}/label/${documentId}`);
  await openPage(page).waitFor();
  return page;
}

async function contentOf(page: Page): Promise<AnnotationContent> {
  await waitUntilSaved(page);
  return (await openDocument(page, projectId)).content;
}
const rowsOf = ({ record }: AnnotationContent): readonly Record<string, unknown>[] => (record.Indicators ?? []) as readonly Record<string, unknown>[];

describe('a table of the field panel', () => {
  it('is walked with arrows, typed into with Enter or any letter, and left with Tab', async () => {
    const page = await open(report);
    await page.getByRole('button', { name: 'Add a row to Indicators' }).click();
    await page.keyboard.type('Glucose');
    await page.keyboard.press('Tab');
    await page.keyboard.type('5.4');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('mmol/L');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.type('Sodium');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.press('F2');
    await page.keyboard.type('none');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Indicators row 2 Item Name: Sodium/);
    expect(rowsOf(await contentOf(page))).toEqual([
      { 'Item Name': 'Glucose', Result: '5.4', Unit: 'mmol/L', 'Critical Value': 'none' },
      { 'Item Name': 'Sodium' },
    ]);
  });

  it('takes rows from a spreadsheet in one step, adding those it lacks and leaving out a heading', async () => {
    const page = await open(report);
    await cell(page, 'Indicators row 2 Item Name').click();
    await pasteText(page, 'Test\tResult\tUnit\nSodium\t140\tmmol/L\n"Potassium\n(serum)"\t4.2\tmmol/L\nChloride\t101\tmmol/L\n');
    const grid = page.getByRole('grid', { name: 'Indicators' });
    await page.getByText('The first row names columns and was left out.').waitFor();
    expect(await cellTexts(grid, 'Item Name')).toEqual(['Glucose', 'Sodium', 'Potassium\n(serum)', 'Chloride']);
    expect(await grid.getAttribute('aria-rowcount')).toBe('5');
    await keepScreenshot(page, 'fields-paste');
    await page.keyboard.press('Control+z');
    expect(await cellTexts(grid, 'Item Name')).toEqual(['Glucose', 'Sodium']);
    await page.keyboard.press('Control+Shift+z');
    expect(await cellTexts(grid, 'Result')).toEqual(['5.4', '140', '4.2', '101']);

    await cell(page, 'Indicators row 1 Critical Value').click();
    await pasteText(page, 'a\tb');
    await page.getByText('This has 2 columns; from “Critical Value” on there is 1. Nothing was pasted.').waitFor();
    expect(await cellTexts(grid, 'Critical Value')).toEqual(['none', '', '', '']);
  });

  it('keeps the cursor in a row of a long table that was scrolled away, and draws what is in sight', async () => {
    const page = await open(long);
    const grid = page.getByRole('grid', { name: 'Indicators' });
    await page.getByRole('button', { name: 'Add a row to Indicators' }).click();
    const wrapped = 'a name so long that it is broken into several lines of its cell, whatever the width of the panel is';
    await cell(page, 'Indicators row 1 Item Name').click();
    await pasteText(page, Array.from({ length: 150 }, (_, row) => `${row % 3 === 0 ? `${wrapped} ` : ''}item ${row + 1}\t${row}`).join('\n'));
    await page.waitForFunction(() => document.querySelector('[role="grid"][aria-label="Indicators"]')?.getAttribute('aria-rowcount') === '151');
    await cell(page, 'Indicators row 1 Result').click();
    await grid.evaluate((table) => table.scrollIntoView({ block: 'end' }));
    await cell(page, 'Indicators row 150 Item Name').waitFor();
    expect(await grid.getByRole('row').count()).toBeLessThan(80);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Indicators row 1 Result:/);
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Indicators row 2 Result:'));
    await page.waitForFunction(() => {
      const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return top >= 0 && bottom <= innerHeight;
    });
    await waitUntilSaved(page);
  });

  it('copies a range of cells, fills it down and empties it', async () => {
    const page = await open(report);
    const grid = page.getByRole('grid', { name: 'Indicators' });
    await cell(page, 'Indicators row 2 Item Name').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await grid.locator('[aria-selected="true"]').count()).toBe(4);
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Sodium\t140\n"Potassium\n(serum)"\t4.2\n');
    await cell(page, 'Indicators row 1 Unit').click();
    for (let row = 0; row < 3; row++) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    expect(await cellTexts(grid, 'Unit')).toEqual(['mmol/L', 'mmol/L', 'mmol/L', 'mmol/L']);
    await page.keyboard.press('Delete');
    expect(await cellTexts(grid, 'Unit')).toEqual(['', '', '', '']);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+ArrowDown');
    expect(await cellTexts(grid, 'Item Name')).toEqual(['Sodium', 'Glucose', 'Potassium\n(serum)', 'Chloride']);
  });

  it('gets rows off the page from one drag, for a person to check and take', async () => {
    const page = await open(report);
    const before = rowsOf(await contentOf(page)).length;
    await cell(page, 'Indicators row 1 Item Name').click();
    await page.keyboard.press('Alt+t');
    await page.getByText(/^Drag over the table on the page/).waitFor();
    const [x0, y0, x1, y1] = report.table;
    const at = (x: number, y: number) => placeOf(page, report.size, x * report.size.width, y * report.size.height);
    const [from, to] = [await at(x0, y0), await at(x1, y1)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await page.getByText(`${report.rows.length} rows read off the page`).waitFor();
    await keepScreenshot(page, 'fields-proposal');
    expect(rowsOf(await contentOf(page))).toHaveLength(before);

    await page.getByRole('button', { name: /^Detection Method is filled from/ }).click();
    await page.getByRole('menuitem').first().click();
    await page.getByRole('button', { name: /^Item Name is filled from nothing/ }).click();
    await page.getByRole('menuitem').first().click();
    await page.getByRole('button', { name: /^Take \d+ rows/ }).focus();
    await page.keyboard.press('Enter');
    await cell(page, `Indicators row ${before + 1} Item Name`).waitFor();
    const content = await contentOf(page);
    const rows = rowsOf(content).slice(before);
    const right = report.rows.flatMap((gold, row) => Object.entries(gold).map(([key, text]) => rows[row]?.[key] === text));
    expect(right.filter(Boolean).length / right.length).toBeGreaterThan(0.95);
    expect(content.provenance[`/Indicators/${before}/Item Name`]).toBe('words');
    expect(content.evidence[`/Indicators/${before}/Item Name`]).toHaveLength(1);
    await page.keyboard.press('Control+z');
    expect(rowsOf(await contentOf(page))).toHaveLength(before);
  });
});

describe('fields', () => {
  it('have the editor of their type, and say what is odd without refusing it', async () => {
    const page = await open(report);
    await page.getByRole('combobox', { name: 'Sex' }).focus();
    await page.keyboard.press('2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('y');
    await field(page, 'Age').fill('about 41');
    await page.getByText('no whole number', { exact: true }).waitFor();
    await field(page, 'Total').fill('1,200.0');
    expect((await contentOf(page)).record).toMatchObject({ Sex: 'male', Fasting: true, Age: 'about 41', Total: '1,200.0' });
    await page.getByRole('combobox', { name: 'Sex' }).fill('inter');
    await page.keyboard.press('Enter');
    await page.getByRole('radiogroup', { name: 'Fasting' }).press('n');
    await page.getByRole('combobox', { name: 'Sex' }).fill('none of these');
    await page.getByText('not in the list: female, male, intersex, unknown', { exact: true }).waitFor();
    expect((await contentOf(page)).record).toMatchObject({ Sex: 'none of these', Fasting: false });
  });

  it('can be absent, which is an answer, and any value takes its place', async () => {
    const page = await open(report);
    await field(page, 'Name').click();
    await page.keyboard.press('Alt+a');
    expect(await field(page, 'Name').getAttribute('placeholder')).toBe('absent');
    const content = await contentOf(page);
    expect(content.record.Name).toBeNull();
    expect(content.provenance['/Name']).toBe('absent');
    await field(page, 'Name').fill('Ann');
    expect((await contentOf(page)).provenance['/Name']).toBe('typed');
  });

  it('stand in each other to any depth', async () => {
    const page = await open(report);
    await page.getByRole('button', { name: 'Add a row to Visits' }).click();
    await field(page, 'Visits row 1 Ward').fill('B');
    await page.getByRole('button', { name: 'Add a row to Visits row 1 Findings' }).click();
    await field(page, 'Visits row 1 Findings row 1 Text').fill('murmur');
    await page.getByRole('button', { name: 'Add a row to Visits row 1 Findings row 1 Codes' }).click();
    await page.keyboard.type('R01');
    await page.keyboard.press('Escape');
    await keepScreenshot(page, 'fields-nested');
    expect((await contentOf(page)).record.Visits).toEqual([{ Ward: 'B', Findings: [{ Text: 'murmur', Codes: ['R01'] }] }]);
  });

  it('that nobody looked at are named once before submitting, and marked absent on wish', async () => {
    const page = await open(report);
    await page.keyboard.press('Control+Enter');
    const question = page.getByRole('status', { name: 'Before submitting' });
    await question.getByText('1 field not looked at:').waitFor();
    await keepScreenshot(page, 'fields-question');
    await question.getByRole('button', { name: 'Go back' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Remarks: no rows');
    await page.keyboard.press('Control+Enter');
    await question.getByRole('button', { name: 'Mark absent and submit' }).click();
    await page.waitForURL((to) => !to.pathname.endsWith(report.documentId));
    await page.goto(`/p/${projectId}/label/${report.documentId}`);
    await page.getByText('Submitted, waiting for review. It is locked.').waitFor();
    const { content } = await openDocument(page, projectId);
    expect(content.record.Remarks).toEqual([]);
    expect(content.provenance['/Remarks']).toBe('absent');
  });
});

describe('suggestions', () => {
  it('are corrected letter by letter, and keep the place that they point at', async () => {
    const page = await open(suggested);
    const name = field(page, 'Name');
    expect(await name.inputValue()).toBe('Anm Lee');
    await name.click();
    await name.press('Home');
    for (let step = 0; step < 3; step++) await name.press('ArrowRight');
    await name.press('Backspace');
    await name.press('n');
    const content = await contentOf(page);
    expect(content.record.Name).toBe('Ann Lee');
    expect(content.provenance['/Name']).toBe('typed');
    expect(content.evidence['/Name']).toHaveLength(1);
  });

  it('are walked least sure first on wish, and taken at once from a limit on', async () => {
    const page = await open(suggested);
    await page.getByRole('radiogroup', { name: 'Order of walking' }).getByText('Least sure first').click();
    await field(page, 'Name').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('note', { name: 'About the field in focus' }).getByText('Sex').waitFor();
    await keepScreenshot(page, 'fields-suggestions');
    await page.getByLabel('Sure from').fill('60');
    await page.getByRole('button', { name: 'Accept 2 sure suggestions' }).click();
    const content = await contentOf(page);
    expect(content.record).toMatchObject({ Age: 41, Total: '12' });
    expect(content.record).not.toHaveProperty('Sex');
    expect(content.provenance['/Age']).toBe('model:checkpoint-1');
  });
});
