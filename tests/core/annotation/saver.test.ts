import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaver } from '@/components/annotate/saving/create-saver';
import type { OutgoingSave, SaveOutcome } from '@/components/annotate/saving/send-save';
import { emptyContent, type AnnotationContent } from '@/lib/core/annotation/content';
import { differenceBetween } from '@/lib/core/annotation/difference';
import { latestContent, startSync, unsyncedEdits, type SyncState } from '@/lib/core/annotation/sync';

const saying = (name: string): AnnotationContent => ({ ...emptyContent, record: { name } });
const written = (name: string) => ({ content: saying(name), operation: differenceBetween(emptyContent, saying(name)), joins: false });

/** A server that answers as it is told, and remembers what it was sent. */
function scene(initial: SyncState = startSync(0, emptyContent)) {
  const sent: OutgoingSave[] = [];
  const kept: SyncState[] = [];
  let answer: (save: (typeof sent)[number]) => SaveOutcome = ({ baseRevision }) => ({ kind: 'saved', revision: baseRevision + 1 });
  let state = initial;
  const saver = createSaver({
    initial,
    local: { keep: (sync) => void kept.push(sync), release: () => undefined },
    send: async (save) => {
      sent.push(save);
      return answer(save);
    },
    onChange: (sync) => {
      state = sync;
    },
  });
  return { saver, sent, kept, state: () => state, answerWith: (next: typeof answer) => (answer = next) };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('saving by itself', () => {
  it('sends the newest content once typing pauses, and keeps each edit before that', async () => {
    const { saver, sent, kept, state } = scene();
    for (const name of ['A', 'An', 'Ann']) saver.note(written(name));
    expect(kept.map(latestContent).at(-1)).toEqual(saying('Ann'));
    expect(sent).toEqual([]);
    await vi.runAllTimersAsync();
    expect(sent.map(({ content }) => content)).toEqual([saying('Ann')]);
    expect(unsyncedEdits(state())).toBe(0);
  });

  it('sends again, with the same id, until the server answers', async () => {
    const { saver, sent, state, answerWith } = scene();
    answerWith(() => ({ kind: 'no-answer' }));
    saver.note(written('Ann'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(state().trouble).toEqual({ kind: 'offline' });
    saver.note(written('Anna'));
    answerWith(({ baseRevision }) => ({ kind: 'saved', revision: baseRevision + 1 }));
    await vi.runAllTimersAsync();
    const first = sent.filter(({ content }) => content.record.name === 'Ann');
    expect(new Set(first.map(({ mutationId }) => mutationId)).size).toBe(1);
    expect(sent.at(-1)).toMatchObject({ content: saying('Anna'), baseRevision: 1 });
    expect(unsyncedEdits(state())).toBe(0);
  });

  it('sends at once when the network is back', async () => {
    const { saver, sent, answerWith } = scene();
    answerWith(() => ({ kind: 'no-answer' }));
    saver.note(written('Ann'));
    await vi.advanceTimersByTimeAsync(400);
    answerWith(() => ({ kind: 'saved', revision: 1 }));
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(2);
  });

  it('goes on with what an earlier visit left', async () => {
    const left = { content: saying('Ann'), operations: [{ id: 'operation-1', operation: written('Ann').operation }] };
    const copy: SyncState = { ...startSync(4, emptyContent), inFlight: { mutationId: 'left-behind', ...left } };
    const { sent } = scene(copy);
    await vi.runAllTimersAsync();
    expect(sent).toEqual([{ mutationId: 'left-behind', baseRevision: 4, ...left }]);
  });

  it('hands everything over before it says that it is done', async () => {
    const { saver, state } = scene();
    saver.note(written('Ann'));
    const done = await saver.flush();
    expect(unsyncedEdits(done)).toBe(0);
    expect(state().base).toEqual({ revision: 1, content: saying('Ann') });
  });

  it('stops at a refusal and goes on when the person tries again', async () => {
    const { saver, sent, state, answerWith } = scene();
    answerWith(() => ({ kind: 'refused', message: 'You are signed out.' }));
    saver.note(written('Ann'));
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(1);
    expect(state().trouble).toMatchObject({ kind: 'refused' });
    answerWith(() => ({ kind: 'saved', revision: 1 }));
    saver.retry();
    await vi.runAllTimersAsync();
    expect(unsyncedEdits(state())).toBe(0);
  });

  it('joins what another tab saved and sends the whole', async () => {
    const { saver, sent, answerWith } = scene();
    answerWith(({ baseRevision }) =>
      baseRevision === 0
        ? { kind: 'conflict', theirs: { revision: 7, content: { ...emptyContent, record: { age: 41 } }, schemaVersionId: 's', taken: [] } }
        : { kind: 'saved', revision: baseRevision + 1 },
    );
    saver.note(written('Ann'));
    await vi.runAllTimersAsync();
    expect(sent.at(-1)).toMatchObject({ baseRevision: 7, content: { record: { name: 'Ann', age: 41 } } });
    expect(new Set(sent.map(({ mutationId }) => mutationId)).size).toBe(2);
  });
});
