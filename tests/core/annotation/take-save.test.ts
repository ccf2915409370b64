import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import { emptyContent, type AnnotationContent } from '@/lib/core/annotation/content';
import { contentHash } from '@/lib/core/annotation/content-hash';
import { differenceBetween } from '@/lib/core/annotation/difference';
import { applyNoted, notedOperationSchema, type NotedOperation } from '@/lib/core/annotation/noted-operation';
import { batch, type Operation } from '@/lib/core/annotation/operation';
import { takeSave } from '@/lib/core/annotation/take-save';
import { anyOperation, isPossible, threeRows } from './scenes';

/** What a person did, as the browser notes it; operations on rows that are not there are left out. */
function work(start: AnnotationContent, operations: readonly Operation[]) {
  let content = start;
  const noted: NotedOperation[] = [];
  for (const operation of operations) {
    if (!isPossible(content, operation)) continue;
    content = applyOperation(content, operation).content;
    noted.push({ id: `operation-${noted.length}`, operation });
  }
  return { content, noted };
}

/** As the database gives it back: through JSON, with keys in an order of its own. */
function stored(content: AnnotationContent): AnnotationContent {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, turned(child)] as const).toReversed());
  };
  return turned(JSON.parse(JSON.stringify(content))) as AnnotationContent;
}

const contents = fc.constantFrom(emptyContent, threeRows);
const someWork = fc.array(anyOperation, { maxLength: 12 });

describe('the difference of two contents', () => {
  it('turns the one into the other, whatever was done to either', () => {
    fc.assert(
      fc.property(contents, someWork, someWork, (start, mine, theirs) => {
        const [from, to] = [work(start, mine).content, work(start, theirs).content];
        expect(applyOperation(from, differenceBetween(from, to)).content).toEqual(to);
      }),
    );
  });

  it('is nothing where they are the same', () => {
    expect(differenceBetween(threeRows, stored(threeRows))).toEqual(batch());
  });
});

describe('a save', () => {
  it('gives on the server what the browser holds, from operations that went over the wire', () => {
    fc.assert(
      fc.property(contents, someWork, (start, operations) => {
        const { content, noted } = work(start, operations);
        const sent = notedOperationSchema.array().parse(JSON.parse(JSON.stringify(noted)));
        const taken = takeSave(stored(start), { mutationId: 'mutation-1', operations: sent, contentHash: contentHash(content) });
        expect(taken?.content).toEqual(content);
        expect(taken?.operations).toEqual(sent);
      }),
    );
  });

  it('is not taken where its operations give something else, until it brings the content itself', () => {
    const operations = work(threeRows, [{ kind: 'set-value', pointer: '/name', value: 'Ann' }]).noted;
    const content = { ...threeRows, record: { ...threeRows.record, name: 'Bob' } };
    const save = { mutationId: 'mutation-1', operations, contentHash: contentHash(content) };
    expect(takeSave(threeRows, save)).toBeNull();
    const missing: NotedOperation = { id: 'operation-9', operation: { kind: 'remove-row', list: '/notes', index: 4 } };
    expect(takeSave(threeRows, { ...save, operations: [missing] })).toBeNull();

    const taken = takeSave(threeRows, { ...save, content });
    expect(taken?.content).toEqual(content);
    expect(taken?.operations.map(({ id }) => id)).toEqual(operations.map(({ id }) => id));
    expect(applyNoted(threeRows, taken?.operations ?? [])).toEqual(content);
  });

  it('stores operations that give the next content from the one before, whatever was sent', () => {
    fc.assert(
      fc.property(contents, someWork, someWork, fc.boolean(), (start, done, said, isBare) => {
        const operations = isBare ? [] : work(start, done).noted;
        const { content } = work(start, said);
        const taken = takeSave(start, { mutationId: 'mutation-1', operations, contentHash: contentHash(content), content });
        expect(taken?.content).toEqual(content);
        expect(applyNoted(start, taken?.operations ?? [])).toEqual(content);
      }),
    );
  });
});
