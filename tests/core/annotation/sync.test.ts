import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyContent, type AnnotationContent } from '@/lib/core/annotation/content';
import {
  acknowledgeSave, beginSave, canSend, latestContent, loseConnection, meetConflict, noteEdit, refuseSave,
  settleConflict, startSync, unsyncedEdits,
} from '@/lib/core/annotation/sync';

const saying = (record: AnnotationContent['record']): AnnotationContent => ({ ...emptyContent, record });
const start = startSync(3, emptyContent);

describe('what the browser owes the server', () => {
  it('counts edits until they are acknowledged', () => {
    const edited = noteEdit(noteEdit(start, saying({ name: 'A' })), saying({ name: 'An' }));
    expect(unsyncedEdits(edited)).toBe(2);
    const sent = noteEdit(beginSave(edited, 'm1'), saying({ name: 'Ann' }));
    expect(unsyncedEdits(sent)).toBe(3);
    const saved = acknowledgeSave(sent, 'm1', 4);
    expect(unsyncedEdits(saved)).toBe(1);
    expect(saved.base).toEqual({ revision: 4, content: saying({ name: 'An' }) });
  });

  it('sends an interrupted save again under its own id, before anything newer', () => {
    const lost = loseConnection(noteEdit(beginSave(noteEdit(start, saying({ a: '1' })), 'm1'), saying({ a: '2' })));
    expect(canSend(lost)).toBe(true);
    expect(beginSave(lost, 'm2').inFlight?.mutationId).toBe('m1');
  });

  it('ignores an answer that comes twice', () => {
    const saved = acknowledgeSave(beginSave(noteEdit(start, saying({ a: '1' })), 'm1'), 'm1', 4);
    expect(acknowledgeSave(saved, 'm1', 4)).toBe(saved);
  });

  it('keeps the work and waits where the server refuses it, until the next edit', () => {
    const refused = refuseSave(beginSave(noteEdit(start, saying({ a: '1' })), 'm1'), 'locked');
    expect(canSend(refused)).toBe(false);
    expect(latestContent(refused)).toEqual(saying({ a: '1' }));
    expect(canSend(noteEdit(refused, saying({ a: '2' })))).toBe(true);
  });

  it('joins other leaves silently on a conflict and goes on from their revision', () => {
    const sent = beginSave(noteEdit(start, saying({ a: 'mine' })), 'm1');
    const merged = meetConflict(sent, { revision: 9, content: saying({ b: 'theirs' }) });
    expect(merged.trouble).toBeNull();
    expect(merged.base.revision).toBe(9);
    expect(latestContent(merged).record).toEqual({ a: 'mine', b: 'theirs' });
    expect(canSend(merged)).toBe(true);
  });

  it('sends nothing while a person has to choose, and what they chose afterwards', () => {
    const sent = beginSave(noteEdit(start, saying({ a: 'mine' })), 'm1');
    const torn = meetConflict(sent, { revision: 9, content: saying({ a: 'theirs' }) });
    expect(canSend(torn)).toBe(false);
    expect(latestContent(settleConflict(torn, { '/a': 'mine' })).record).toEqual({ a: 'mine' });
    const theirs = settleConflict(torn, { '/a': 'theirs' });
    expect(unsyncedEdits(theirs)).toBe(0);
    expect(latestContent(theirs).record).toEqual({ a: 'theirs' });
  });

  it('never loses the newest edit, whatever the network does', () => {
    const move = fc.constantFrom('edit', 'send', 'ack', 'lose', 'refuse', 'foreign' as const);
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        let state = start;
        let written = 0;
        moves.forEach((kind, at) => {
          if (kind === 'edit') state = noteEdit(state, saying({ ...latestContent(state).record, mine: String((written = at + 1)) }));
          if (kind === 'send') state = beginSave(state, `m${at}`);
          if (kind === 'ack' && state.inFlight) state = acknowledgeSave(state, state.inFlight.mutationId, state.base.revision + 1);
          if (kind === 'lose') state = loseConnection(state);
          if (kind === 'refuse' && state.inFlight) state = refuseSave(state, 'no');
          if (kind === 'foreign') {
            const record = { ...state.base.content.record, theirs: String(at) };
            state = meetConflict(state, { revision: state.base.revision + 1, content: saying(record) });
          }
          expect(latestContent(state).record.mine).toBe(written === 0 ? undefined : String(written));
        });
      }),
    );
  });
});
