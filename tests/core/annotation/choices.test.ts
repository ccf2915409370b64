import { describe, expect, it } from 'vitest';
import { choicesOf, keyedChoice, matchingChoices } from '@/components/annotate/fields/editors/choices';
import { blocksOf } from '@/components/annotate/fields/panel-model';
import { fieldsOf, type FieldShape } from '@/lib/core/annotation/fields';
import type { RecordSchema } from '@/lib/core/schema/types';
import { bloodSchema, threeRows } from './scenes';

const wards = Array.from({ length: 12 }, (_, at) => `ward ${String.fromCharCode(97 + at)}`);

describe('values to choose from', () => {
  it('are those of the schema, the first nine with a digit', () => {
    const choices = choicesOf({ type: 'string', enum: wards });
    expect(choices.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', undefined, undefined, undefined]);
    expect(choicesOf({ type: 'boolean' }).map(({ label }) => label)).toEqual(['yes', 'no']);
    expect(choicesOf({ type: 'string' })).toEqual([]);
  });

  it('are found by any part of them, beginnings first', () => {
    const choices = choicesOf({ type: 'string', enum: ['male', 'female', 'Maltese'] });
    expect(matchingChoices(choices, 'mal').map(({ value }) => value)).toEqual(['male', 'Maltese', 'female']);
    expect(matchingChoices(choices, 'x')).toEqual([]);
  });

  it('are not taken by a digit that begins one of them', () => {
    expect(keyedChoice(choicesOf({ type: 'string', enum: ['F', 'M'] }), '2')?.value).toBe('M');
    expect(keyedChoice(choicesOf({ type: 'string', enum: ['1+', '2+', '3+'] }), '2')).toBeUndefined();
    expect(keyedChoice(choicesOf({ type: 'string', enum: ['F', 'M'] }), '3')).toBeUndefined();
  });
});

describe('the blocks of the panel', () => {
  it('are fields, headings and whole tables with their cells row by row', () => {
    const blocks = blocksOf(fieldsOf(bloodSchema, threeRows.record));
    expect(blocks.map(({ kind, item }) => `${kind} ${item.pointer}`)).toEqual([
      'leaf /name', 'leaf /age', 'heading /visit', 'leaf /visit/date', 'leaf /visit/ward', 'table /indicators', 'table /notes',
    ]);
    const table = blocks[5];
    expect(table?.kind === 'table' && table.cells.map(({ pointer }) => pointer).slice(0, 4)).toEqual([
      '/indicators/0/item', '/indicators/0/result', '/indicators/0/unit', '/indicators/1/item',
    ]);
  });

  it('lose no leaf at any depth, whatever stands in what', () => {
    const codes = { type: 'array', items: { type: 'string' } } as const;
    const finding = { type: 'object', properties: { text: { type: 'string' }, codes } } as const;
    const schema: RecordSchema = {
      type: 'object',
      properties: { visits: { type: 'array', items: { type: 'object', properties: { ward: { type: 'string' }, findings: { type: 'array', items: finding } } } }, matrix: { type: 'array', items: codes } },
    };
    const record = { visits: [{ ward: 'B', findings: [{ text: 'x', codes: ['1', '2'] }, {}] }, {}], matrix: [['a'], []] };
    const items = fieldsOf(schema, record);
    const drawn = blocksOf(items).flatMap((block): readonly FieldShape[] => (block.kind === 'table' ? block.cells : [block.item]));
    const leaves = (all: readonly { kind: string; pointer: string }[]) => all.filter(({ kind }) => kind === 'leaf').map(({ pointer }) => pointer);
    expect(leaves(drawn)).toEqual(leaves(items));
    expect(leaves(items)).toContain('/visits/0/findings/0/codes/1');
    expect(leaves(items)).toContain('/matrix/0/0');
  });
});
