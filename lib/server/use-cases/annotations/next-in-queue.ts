import { z } from 'zod';
import type { Actor } from '@/lib/core/access/roles';
import { orderOffers } from '@/lib/core/assignment/offers';
import { honeypotPosition } from '@/lib/core/assignment/personal-queue';
import { giveHoneypot } from '../../assignment/give-honeypot';
import { leaseEnd } from '../../assignment/keep-seat';
import { loadRules, type ProjectRules } from '../../assignment/load-rules';
import { findHoneypots } from '../../repositories/honeypot';
import { insertSeat, renewSeat, writeVisit } from '../../repositories/lease';
import { findOfferable, findQueueItem, findReturned } from '../../repositories/queue';
import { defineUseCase } from '../define-use-case';

/** How many documents behind the one at hand are looked at: mostly one of the first is open. At last all, from the start. */
const windows = [50, 1_000, Infinity] as const;
const whole = { behind: null, most: 1_000_000 };

/** Times that all offers are gone through: a miss means that somebody else was faster. */
const attempts = 20;

interface Question {
  readonly projectId: string;
  readonly after: string | null;
  readonly rules: ProjectRules;
  readonly now: Date;
}

/** What the actor may be handed now, best first. */
async function loadOffers(actor: Actor, { projectId, after, rules, now }: Question) {
  const [returned, honeypots, item] = await Promise.all([
    findReturned(projectId, actor.userId),
    findHoneypots(projectId, actor.userId),
    after === null ? null : findQueueItem(projectId, after),
  ]);
  const given = honeypots.find(({ documentId }) => documentId === after);
  const position = given ? honeypotPosition(given) : (item?.position ?? null);
  const open = honeypots.filter(({ skippedReason, annotation }) => skippedReason === null && (annotation?.state ?? 'draft') === 'draft');
  const openHoneypots = new Set(open.map(({ documentId }) => documentId));
  for (const most of windows) {
    const isWhole = most === Infinity;
    const near = await findOfferable(projectId, actor.userId, isWhole ? whole : { behind: position, most });
    const end = near.at(-1)?.position ?? -Infinity;
    // Beyond the end of what was looked at, another document may stand before the honeypot.
    const seen = isWhole ? open : open.filter((honeypot) => honeypotPosition(honeypot) < end && honeypotPosition(honeypot) > (position ?? -Infinity));
    const queue = [...new Map([...returned, ...near].map((document) => [document.documentId, document])).values()];
    const offers = orderOffers(queue, seen, position, { userId: actor.userId, now, after, rules });
    const counts = new Map(queue.map(({ documentId, claimCount }) => [documentId, claimCount]));
    if (offers.length > 0 || isWhole) return { offers, counts, openHoneypots };
  }
  return { offers: [], counts: new Map<string, number>(), openHoneypots };
}

/** Takes the first offer that is still free; null where none is left. */
async function takeOne(actor: Actor, question: Question): Promise<string | null> {
  const { projectId, rules, now } = question;
  const until = leaseEnd(now);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { offers, counts, openHoneypots } = await loadOffers(actor, question);
    const [first] = offers;
    if (!first) return null;
    const isNew = !openHoneypots.has(first.documentId);
    const honeypot = isNew ? await giveHoneypot({ projectId, annotatorId: actor.userId, rules, position: first.position }) : null;
    if (honeypot !== null) {
      await writeVisit({ documentId: honeypot, userId: actor.userId, until }, null);
      return honeypot;
    }
    for (const { documentId } of offers) {
      const write = { documentId, userId: actor.userId, until };
      if (openHoneypots.has(documentId)) {
        await writeVisit(write, null);
        return documentId;
      }
      if (await renewSeat(write, now, null)) return documentId;
      if (await insertSeat(write, counts.get(documentId) ?? 0)) return documentId;
    }
  }
  return null;
}

/**
 * The next document for the actor: what came back to them, then the first open
 * one behind `after`, then from the start; now and then one whose gold is known.
 * Takes a place at it unless it only looks.
 * @returns null where nothing is left for them.
 */
export const nextInQueue = defineUseCase({
  name: 'next-in-queue',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), after: z.string().optional(), isLookOnly: z.boolean().default(false) }),
  run: async (actor, { projectId, after, isLookOnly }): Promise<{ documentId: string | null }> => {
    const question = { projectId, after: after ?? null, rules: await loadRules(projectId), now: new Date() };
    if (!isLookOnly) return { documentId: await takeOne(actor, question) };
    const { offers } = await loadOffers(actor, question);
    return { documentId: offers[0]?.documentId ?? null };
  },
});
