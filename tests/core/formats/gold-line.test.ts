import { describe, expect, it } from 'vitest';
import { writeGoldLine, type GoldExport } from '@/lib/core/formats/gold-line';

const document: GoldExport = {
  documentId: 'd1',
  name: 'blood.png',
  kind: 'blood',
  group: null,
  split: 'seed',
  suite: null,
  pageCount: 1,
  contentHash: 'ab',
  content: {
    record: { name: 'Ann\nLee', indicators: [{ item: 'HGB' }] },
    evidence: { '/name': [{ page: 0, box: [0.1, 0.1, 0.2, 0.2] as never }] },
    provenance: { '/name': 'words' },
  },
  origin: 'person',
  revision: 7,
  acceptedAt: new Date('2026-03-01T10:00:00Z'),
  schemaVersion: { number: 2, hash: 'cafe' },
};

describe('a line of a gold export', () => {
  it('is one line of JSON with nothing nested in it', () => {
    const line = writeGoldLine(document);
    expect(line.endsWith('\n')).toBe(true);
    expect(line.trimEnd()).not.toContain('\n');
    const values = Object.values(JSON.parse(line) as Record<string, unknown>);
    expect(values.filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
  });

  it('holds gold, evidence and provenance as JSON texts that give back what was accepted', () => {
    const line = JSON.parse(writeGoldLine(document)) as Record<'gold' | 'evidence' | 'provenance', string>;
    expect(JSON.parse(line.gold)).toEqual(document.content.record);
    expect(JSON.parse(line.evidence)).toEqual(document.content.evidence);
    expect(JSON.parse(line.provenance)).toEqual(document.content.provenance);
  });

  it('names the schema version that the gold was made under and when it was accepted', () => {
    expect(JSON.parse(writeGoldLine(document))).toMatchObject({
      schemaVersion: 2,
      schemaHash: 'cafe',
      revision: 7,
      acceptedAt: '2026-03-01T10:00:00.000Z',
    });
  });
});
