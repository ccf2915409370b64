import { describe, expect, it } from 'vitest';
import { isClutter, resolveBeside, unsafeName } from '@/lib/core/ingest/archive-name';
import { readingPace } from '@/lib/core/ingest/reading-pace';
import { isHeldOut, mayShareGroup } from '@/lib/core/ingest/split-conflict';

describe('a name in an archive', () => {
  it('is refused where it is absolute or climbs out', () => {
    for (const name of ['/etc/passwd', 'C:\\x', 'a/../../b', '..', 'a\\..\\b', 'x\0.png']) expect(unsafeName(name), name).not.toBeNull();
    for (const name of ['a.png', 'a/b.png', 'a..b/c..png', '...']) expect(unsafeName(name), name).toBeNull();
  });

  it('is clutter where a system left it', () => {
    for (const name of ['__MACOSX/a.png', 'a/.DS_Store', 'Thumbs.db', '.git/config']) expect(isClutter(name), name).toBe(true);
    expect(isClutter('scans/a.png')).toBe(false);
  });

  it('is found beside the file that names it, never outside', () => {
    expect(resolveBeside('set/documents.jsonl', 'images/a.png')).toBe('set/images/a.png');
    expect(resolveBeside('set/documents.jsonl', '../a.png')).toBe('a.png');
    expect(resolveBeside('documents.jsonl', './a.png')).toBe('a.png');
    expect(resolveBeside('documents.jsonl', '../a.png')).toBeNull();
    expect(resolveBeside('documents.jsonl', '/a.png')).toBeNull();
  });
});

describe('a group', () => {
  it('stays in one split; the pool is none', () => {
    const at = (split: 'pool' | 'seed' | 'test' | 'transfer', suite: string | null = null) => ({ split, suite });
    expect(mayShareGroup(at('seed'), at('test'))).toBe(false);
    expect(mayShareGroup(at('pool'), at('test'))).toBe(true);
    expect(mayShareGroup(at('transfer', 'a'), at('transfer', 'b'))).toBe(false);
    expect([isHeldOut('validation'), isHeldOut('seed'), isHeldOut('pool')]).toEqual([true, false, false]);
  });
});

describe('the pace of reading', () => {
  it('is pages over the time from the first to the last, and says what is left', () => {
    const recent = { pages: 21, machineMs: 21_000, firstMs: 0, lastMs: 9_500 };
    expect(readingPace(recent, 40)).toEqual({ pagesPerSecond: 2, secondsLeft: 20 });
    expect(readingPace(recent, 0).secondsLeft).toBe(0);
    expect(readingPace(null, 10)).toEqual({ pagesPerSecond: null, secondsLeft: null });
  });
});
