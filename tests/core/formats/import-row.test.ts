import { describe, expect, it } from 'vitest';
import { filesOfRow, parseImportRow } from '@/lib/core/formats/import-row';

const parse = (row: object) => parseImportRow(JSON.stringify(row));
const message = (row: object): string => {
  const parsed = parse(row);
  return parsed.ok ? 'ok' : parsed.message;
};

describe('a row of a JSON-lines import', () => {
  it('needs an id and exactly one way to its pages', () => {
    expect(parse({ id: 7, image: 'a.png' })).toMatchObject({ ok: true, row: { id: '7', split: 'pool', boxes: 'pixel' } });
    expect(message({ id: 'a' })).toContain('exactly one of image, images and pdf');
    expect(message({ id: 'a', image: 'a.png', pdf: 'a.pdf' })).toContain('exactly one');
    expect(message({ image: 'a.png' })).toContain('id');
  });

  it('names its files in their order', () => {
    const parsed = parse({ id: 'a', images: ['2.png', '1.png'] });
    expect(parsed.ok && filesOfRow(parsed.row)).toEqual(['2.png', '1.png']);
  });

  it('is refused where its keys contradict each other', () => {
    expect(message({ id: 'a', image: 'a.png', words: [], lines: [] })).toContain('words or lines');
    expect(message({ id: 'a', image: 'a.png', split: 'transfer' })).toContain('suite');
    expect(message({ id: 'a', image: 'a.png', suite: 'x' })).toContain('suite');
    expect(message({ id: 'a', image: 'a.png', evidence: {} })).toContain('evidence needs gold');
    expect(message({ id: 'a', image: 'a.png', lines: [{ text: 't', box: [9, 0, 1, 1] }] })).toContain('lines.0.box');
  });

  it('is refused for a key that does not exist, without quoting its values', () => {
    const refused = message({ id: 'a', image: 'a.png', glod: { name: 'Ann Lee' } });
    expect(refused).toContain('glod');
    expect(refused).not.toContain('Ann Lee');
    expect(parseImportRow('{"id": "Ann Lee"')).toEqual({ ok: false, message: 'The line is not JSON.' });
  });
});

describe('a row in an import with a place of its own', () => {
  const suite = { split: 'transfer', suite: 'Receipts' } as const;
  const placed = (row: object) => parseImportRow(JSON.stringify(row), suite);

  it('goes there where it names neither split nor suite', () => {
    expect(placed({ id: 'a', image: 'a.png' })).toMatchObject({ ok: true, row: { split: 'transfer', suite: 'Receipts' } });
  });

  it('keeps the split that it names', () => {
    const parsed = placed({ id: 'a', image: 'a.png', split: 'test' });
    expect(parsed).toMatchObject({ ok: true, row: { split: 'test' } });
    expect(parsed.ok && parsed.row.suite).toBeUndefined();
  });

  it('is refused where it names half of it', () => {
    expect(placed({ id: 'a', image: 'a.png', suite: 'Tickets' }).ok).toBe(false);
  });
});
