import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { orderOffers } from '@/lib/core/assignment/offers';
import { wantedAnnotators, type AssignmentRules } from '@/lib/core/assignment/rules';
import { isOpenTo } from '@/lib/core/assignment/seats';
import { at, done, leased, queued } from './scenes';

const single: AssignmentRules = { overlapShare: 0, overlapAnnotators: 2, honeypotShare: 0 };
const now = at(0);
const place = (documentId: string, position: number, rest = {}) => queued(documentId, { position, ...rest });
const ids = (offers: readonly { readonly documentId: string }[]): string[] => offers.map(({ documentId }) => documentId);

describe('what an annotator is offered', () => {
  const queue = [place('a', 1), place('b', 2), place('c', 3), place('d', 4)];
  const ask = (rest: Partial<Parameters<typeof orderOffers>[3]> = {}) => ({ userId: 'ann', now, after: null, rules: single, ...rest });

  it('is the queue in the order of the picks', () => {
    expect(ids(orderOffers(queue, [], null, ask()))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes on behind the document at hand, then from the start, without that document', () => {
    expect(ids(orderOffers(queue, [], 2, ask({ after: 'b' })))).toEqual(['c', 'd', 'a']);
  });

  it('begins with what a reviewer sent back to them, and not with what went back to others', () => {
    const withReturned = [...queue, place('mine', 5, { annotations: [done('ann', 'returned')] }), place('bobs', 6, { annotations: [done('bob', 'returned')] })];
    expect(ids(orderOffers(withReturned, [], null, ask()))).toEqual(['mine', 'a', 'b', 'c', 'd']);
  });

  it('leaves out what somebody else is at', () => {
    const held = [place('a', 1, { leases: [leased('bob', 1)] }), place('b', 2)];
    expect(ids(orderOffers(held, [], null, ask()))).toEqual(['b']);
    expect(ids(orderOffers(held, [], null, ask({ userId: 'bob' })))).toEqual(['a', 'b']);
  });

  it('has an open honeypot just before the document that it was given in place of', () => {
    expect(ids(orderOffers(queue, [{ documentId: 'gold', position: 3 }], null, ask()))).toEqual(['a', 'b', 'gold', 'c', 'd']);
    expect(ids(orderOffers(queue, [{ documentId: 'gold', position: 3 }], 2.5, ask({ after: 'gold' })))).toEqual(['c', 'd', 'a', 'b']);
  });

  it('holds each open document once, whatever the queue looks like, and nothing that is not open', () => {
    const people = ['ann', 'bob', 'cid'];
    const anyDocument = fc.record({
      leases: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 3 }).map((users) => users.map((user) => leased(user, 1))),
      annotations: fc
        .uniqueArray(fc.tuple(fc.constantFrom(...people), fc.constantFrom('submitted', 'accepted', 'settled')), { selector: ([who]) => who })
        .map((rows) => rows.map(([who, state]) => done(who, state as 'submitted'))),
      hasGold: fc.boolean(),
      skippedReason: fc.constantFrom(null, 'no'),
    });
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), (rows, overlapShare) => {
        const rules = { ...single, overlapShare };
        const documents = rows.map((row, index) => place(`d${index}`, index, row));
        const open = documents.filter((document) => isOpenTo(document, 'ann', wantedAnnotators(rules, document.documentId), now));
        expect(ids(orderOffers(documents, [], null, ask({ rules })))).toEqual(ids(open));
      }),
    );
  });
});
