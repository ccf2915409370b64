import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import { contentHash } from '@/lib/core/annotation/content-hash';
import type { AnnotationView, ConflictDetails } from '@/lib/core/annotation/contract';
import { batch, setEvidence, setProvenance, setValue, type Operation } from '@/lib/core/annotation/operation';
import {
  acknowledgeSave, beginSave, canSend, latestContent, loseConnection, meetConflict, noteEdit, owedOperations, startSync, type SyncState,
} from '@/lib/core/annotation/sync';
import type { PageBox } from '@/lib/core/geometry/box';
import type { Random } from '@/lib/core/random';
import type { Send } from '../pages/session';

export interface Habits {
  /** Mean pause before an edit, in milliseconds; single pauses are from a third to three times as long. */
  readonly thinkMs: number;
  readonly editsPerDocument: number;
  /** Shares of saves that the client gives up on the way, sends twice at once, or whose answer it never sees. */
  readonly aborted: number;
  readonly duplicated: number;
  readonly unanswered: number;
}

/** What the client believes of one document when it leaves it. */
export interface Believed {
  readonly annotationId: string;
  readonly content: AnnotationContent;
  readonly revision: number;
  readonly operationIds: readonly string[];
}

export interface Tally {
  /** Milliseconds from sending to the answer, of saves that met no fault of the network. */
  readonly latencies: number[];
  readonly believed: Believed[];
  aborted: number;
  duplicated: number;
  unanswered: number;
  conflicts: number;
}

export const emptyTally = (): Tally => ({ latencies: [], believed: [], aborted: 0, duplicated: 0, unanswered: 0, conflicts: 0 });

const fields = ['Name', 'Gender', 'Age', 'Department', 'Diagnosis', 'Examination Name', 'Others'] as const;

/** A field typed or taken from words, a row added, a cell filled, a row removed. */
function someOperation(content: AnnotationContent, random: Random): Operation {
  const rows = (content.record.Indicators as readonly object[] | undefined)?.length ?? 0;
  const text = `value ${random.int(1_000_000)}`;
  const kind = random.int(10);
  if (kind === 0 && rows < 30) return { kind: 'insert-row', list: '/Indicators', index: rows, row: { value: { 'Item Name': text }, evidence: {}, provenance: {} } };
  if (kind === 1 && rows > 0) return { kind: 'remove-row', list: '/Indicators', index: random.int(rows) };
  const pointer = kind < 5 && rows > 0 ? `/Indicators/${random.int(rows)}/Result` : `/${random.pick(fields)}`;
  if (kind % 2 === 0) return batch(setValue(pointer, text), setEvidence(pointer, undefined), setProvenance(pointer, 'typed'));
  const x = random.int(900) / 1_000;
  return batch(setValue(pointer, text), setEvidence(pointer, [{ page: 0, box: [x, x, x + 0.05, x + 0.02] as unknown as PageBox }]), setProvenance(pointer, 'words'));
}

async function answerOf<T>(response: Response): Promise<T> {
  const body = (await response.json()) as T;
  if (!response.ok && response.status !== 409) throw new Error(`The server answered ${response.status}: ${JSON.stringify(body).slice(0, 300)}`);
  return body;
}

/** Delivers what is owed over a network that fails now and then, until everything is acknowledged. */
async function deliver(send: Send, url: string, view: AnnotationView, start: SyncState, tools: { random: Random; habits: Habits; tally: Tally }): Promise<SyncState> {
  const { random, habits, tally } = tools;
  let sync = start;
  while (canSend(sync)) {
    sync = beginSave(sync, randomUUID());
    const save = sync.inFlight;
    if (!save) break;
    const { content, ...rest } = save;
    const body = JSON.stringify({ ...rest, baseRevision: sync.base.revision, contentHash: contentHash(content), schemaVersionId: view.schemaVersion.id });
    const put = (signal?: AbortSignal): Promise<Response> =>
      send(url, { method: 'PUT', body, headers: { 'content-type': 'application/json' }, ...(signal ? { signal } : {}) });
    const chance = random.next();
    if (chance < habits.aborted) {
      tally.aborted += 1;
      await put(AbortSignal.timeout(1 + random.int(15))).then((response) => response.text(), () => undefined);
      sync = loseConnection(sync);
      continue;
    }
    if (chance < habits.aborted + habits.unanswered) {
      tally.unanswered += 1;
      await put().then((response) => response.text());
      sync = loseConnection(sync);
      continue;
    }
    const isTwice = chance < habits.aborted + habits.unanswered + habits.duplicated;
    const startedAt = performance.now();
    const [response, second] = await Promise.all([put(), isTwice ? put() : null]);
    const answer = await answerOf<{ revision: number } | { error: { details: ConflictDetails } }>(response);
    if (!second) tally.latencies.push(performance.now() - startedAt);
    if (second) {
      tally.duplicated += 1;
      const other = await answerOf<typeof answer>(second);
      if (JSON.stringify(other) !== JSON.stringify(answer)) throw new Error(`One save, two answers: ${JSON.stringify([answer, other]).slice(0, 400)}`);
    }
    if ('error' in answer) {
      tally.conflicts += 1;
      sync = meetConflict(sync, answer.error.details, randomUUID());
    } else sync = acknowledgeSave(sync, save.mutationId, answer.revision);
  }
  return sync;
}

/** Labels documents one after the other as a screen would, by the rules of the browser (`sync`), until the time is up. */
export async function annotate(
  send: Send,
  place: { readonly projectId: string; readonly documentIds: readonly string[]; readonly until: number },
  tools: { readonly random: Random; readonly habits: Habits; readonly tally: Tally },
): Promise<void> {
  const { random, habits, tally } = tools;
  const think = (): Promise<void> => pause((habits.thinkMs / 3) * 9 ** random.next());
  for (const documentId of place.documentIds) {
    if (performance.now() >= place.until) return;
    const url = `/api/projects/${place.projectId}/documents/${documentId}/annotation`;
    const view = await answerOf<AnnotationView>(await send(url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }));
    let sync = startSync(view.annotation.revision, view.content);
    const operationIds: string[] = [];
    for (let count = 0; count < habits.editsPerDocument && performance.now() < place.until; count += 1) {
      await think();
      const content = latestContent(sync);
      const operation = someOperation(content, random);
      const id = randomUUID();
      operationIds.push(id);
      sync = noteEdit(sync, applyOperation(content, operation).content, { id, operation });
      sync = await deliver(send, url, view, sync, tools);
    }
    if (owedOperations(sync).length > 0) throw new Error('A client ended with unsent work.');
    tally.believed.push({ annotationId: view.annotation.id, content: sync.base.content, revision: sync.base.revision, operationIds });
  }
}
