import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyContent, type AnnotationContent } from '@/lib/core/annotation/content';
import { applyNoted } from '@/lib/core/annotation/noted-operation';
import { differenceBetween } from '@/lib/core/annotation/difference';
import {
  acknowledgeSave, beginSave, canSend, latestContent, loseConnection, meetConflict, noteEdit, owedOperations, refuseSave,
  settleConflict, startSync, unsyncedEdits, type SyncState,
} from '@/lib/core/annotation/sync';

const saying = (record: AnnotationContent['record']): AnnotationContent => ({ ...emptyContent, record });
const start = startSync(3, emptyContent);
let count = 0;
/** A person changes the content to this one. */
const note = (state: SyncState, content: AnnotationContent, joins = false): SyncState =>
  noteEdit(state, content, { id: `operation-${(count += 1)}`, operation: differenceBetween(latestContent(state), content) }, joins);
const theirs = (revision: number, content: AnnotationContent, taken: readonly string[] = []) => ({ revision, content, taken });

describe('what the browser owes the server', () => {
  it('counts edits until they are acknowledged', () => {
    const edited = note(note(start, saying({ name: 'A' })), saying({ name: 'An' }));
    expect(unsyncedEdits(edited)).toBe(2);
    const sent = note(beginSave(edited, 'm1'), saying({ name: 'Ann' }));
    expect(unsyncedEdits(sent)).toBe(3);
    const saved = acknowledgeSave(sent, 'm1', 4);
    expect(unsyncedEdits(saved)).toBe(1);
    expect(saved.base).toEqual({ revision: 4, content: saying({ name: 'An' }) });
  });

  it('sends an interrupted save again under its own id, before anything newer', () => {
    const lost = loseConnection(note(beginSave(note(start, saying({ a: '1' })), 'm1'), saying({ a: '2' })));
    expect(canSend(lost)).toBe(true);
    expect(beginSave(lost, 'm2').inFlight?.mutationId).toBe('m1');
  });

  it('keeps the letters of one word as one operation, unless its beginning is on its way', () => {
    const typed = note(note(start, saying({ name: 'A' })), saying({ name: 'An' }), true);
    expect(owedOperations(typed)).toHaveLength(1);
    expect(applyNoted(start.base.content, owedOperations(typed))).toEqual(saying({ name: 'An' }));
    const sent = note(beginSave(typed, 'm1'), saying({ name: 'Ann' }), true);
    expect(owedOperations(sent)).toHaveLength(2);
  });

  it('keeps the ids of operations that a refusal sends back, and of those that others did not touch', () => {
    const ids = (state: SyncState) => owedOperations(state).map(({ id }) => id);
    const edited = note(note(start, saying({ a: '1' })), saying({ a: '1', b: '2' }));
    expect(ids(refuseSave(beginSave(edited, 'm1'), 'no'))).toEqual(ids(edited));
    const merged = meetConflict(beginSave(edited, 'm1'), theirs(9, saying({ c: '3' })), 'joined-1');
    expect(ids(merged)).toEqual(ids(edited));
  });

  it('does not ask about its own work that was stored without its answer arriving', () => {
    const stored = note(start, saying({ a: '1' }));
    const taken = owedOperations(stored).map(({ id }) => id);
    const later = note(refuseSave(beginSave(stored, 'm1'), 'signed out'), saying({ a: '2' }));
    const met = meetConflict(beginSave(later, 'm2'), theirs(4, saying({ a: '1' }), taken), 'joined-1');
    expect(met.trouble).toBeNull();
    expect(owedOperations(met).map(({ id }) => id)).toEqual(owedOperations(later).map(({ id }) => id).slice(1));
    expect(latestContent(met)).toEqual(saying({ a: '2' }));
  });

  it('ignores an answer that comes twice', () => {
    const saved = acknowledgeSave(beginSave(note(start, saying({ a: '1' })), 'm1'), 'm1', 4);
    expect(acknowledgeSave(saved, 'm1', 4)).toBe(saved);
  });

  it('keeps the work and waits where the server refuses it, until the next edit', () => {
    const refused = refuseSave(beginSave(note(start, saying({ a: '1' })), 'm1'), 'locked');
    expect(canSend(refused)).toBe(false);
    expect(latestContent(refused)).toEqual(saying({ a: '1' }));
    expect(canSend(note(refused, saying({ a: '2' })))).toBe(true);
  });

  it('joins other leaves silently on a conflict and goes on from their revision', () => {
    const sent = beginSave(note(start, saying({ a: 'mine' })), 'm1');
    const merged = meetConflict(sent, theirs(9, saying({ b: 'theirs' })), 'joined-1');
    expect(merged.trouble).toBeNull();
    expect(merged.base.revision).toBe(9);
    expect(latestContent(merged).record).toEqual({ a: 'mine', b: 'theirs' });
    expect(canSend(merged)).toBe(true);
  });

  it('sends nothing while a person has to choose, and what they chose afterwards', () => {
    const sent = beginSave(note(start, saying({ a: 'mine' })), 'm1');
    const torn = meetConflict(sent, theirs(9, saying({ a: 'theirs' })), 'joined-1');
    expect(canSend(torn)).toBe(false);
    expect(latestContent(settleConflict(torn, { '/a': 'mine' }, 'joined-2')).record).toEqual({ a: 'mine' });
    const settled = settleConflict(torn, { '/a': 'theirs' }, 'joined-2');
    expect(unsyncedEdits(settled)).toBe(0);
    expect(latestContent(settled).record).toEqual({ a: 'theirs' });
  });

  it('never loses the newest edit, whatever the network does', () => {
    const move = fc.constantFrom('edit', 'send', 'ack', 'lose', 'refuse', 'foreign' as const);
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        let state = start;
        let written = 0;
        moves.forEach((kind, at) => {
          if (kind === 'edit') state = note(state, saying({ ...latestContent(state).record, mine: String((written = at + 1)) }));
          if (kind === 'send') state = beginSave(state, `m${at}`);
          if (kind === 'ack' && state.inFlight) state = acknowledgeSave(state, state.inFlight.mutationId, state.base.revision + 1);
          if (kind === 'lose') state = loseConnection(state);
          if (kind === 'refuse' && state.inFlight) state = refuseSave(state, 'no');
          if (kind === 'foreign') {
            const record = { ...state.base.content.record, theirs: String(at) };
            state = meetConflict(state, theirs(state.base.revision + 1, saying(record)), 'joined-1');
          }
          expect(latestContent(state).record.mine).toBe(written === 0 ? undefined : String(written));
          expect(applyNoted(state.base.content, owedOperations(state)), 'operations and content say the same').toEqual(latestContent(state));
        });
      }),
    );
  });
});
