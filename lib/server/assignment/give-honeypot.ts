import { chooseHoneypot, isHoneypotTurn } from '@/lib/core/assignment/honeypots';
import type { AssignmentRules } from '@/lib/core/assignment/rules';
import { countAnswers, findHoneypotCandidates, insertHoneypot } from '../repositories/honeypot';

interface Turn {
  readonly projectId: string;
  readonly annotatorId: string;
  readonly rules: AssignmentRules;
  /** Position in the queue of the document that would have come. */
  readonly position: number;
}

/** The honeypot of this turn, given now; null where it has none, had one, or no gold is left to ask about. */
export async function giveHoneypot({ projectId, annotatorId, rules, position }: Turn): Promise<string | null> {
  if (rules.honeypotShare === 0) return null;
  const turn = { projectId, annotatorId, ordinal: await countAnswers(projectId, annotatorId) };
  if (!isHoneypotTurn(rules, turn)) return null;
  const documentId = chooseHoneypot(await findHoneypotCandidates(projectId, annotatorId), turn);
  if (documentId === null) return null;
  return (await insertHoneypot({ documentId, annotatorId, projectId, ordinal: turn.ordinal, position })) ? documentId : null;
}
