import type { DbOrTransaction } from '../db/client';

const names = {
  importer: 'Import',
  'simulated-annotator': 'Simulated annotator',
} as const;
export type MachineUser = keyof typeof names;

/**
 * The user that a machine's annotations are kept under; nobody can sign in as it
 * (no password, and an address that no mail reaches).
 * @returns its id.
 */
export async function ensureMachineUser(db: DbOrTransaction, machine: MachineUser): Promise<string> {
  const email = `${machine}@machine.invalid`;
  const user = await db.user.upsert({
    where: { email },
    create: { email, name: names[machine], isMachine: true },
    update: {},
    select: { id: true },
  });
  return user.id;
}
