import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Actor } from '@/lib/core/access/roles';
import { AppError } from '@/lib/core/errors/app-error';
import { adoptSettings, readSupervisorSettings } from '@/lib/server/env/env';
import { readStackFile } from '@/lib/server/supervisor/stack-file';

export interface ProjectOptions {
  readonly project?: string;
  readonly as?: string;
  readonly json?: true;
}

/** Settings as the running stack has them: DATABASE_URL where given, else what the supervisor wrote. */
export async function adoptRunningStack(): Promise<Readonly<Record<string, string>>> {
  const given = readSupervisorSettings();
  const stack = await readStackFile(path.resolve(given.DATA_DIR));
  const databaseUrl = given.DATABASE_URL ?? stack?.databaseUrl;
  if (!databaseUrl) {
    throw new AppError('unavailable', `No workbench runs on ${given.DATA_DIR}. Start it with "npm start", or set DATABASE_URL.`);
  }
  return adoptSettings({
    DATABASE_URL: databaseUrl,
    QUEUE_URL: given.QUEUE_URL ?? stack?.queueUrl,
    DATA_DIR: given.DATA_DIR,
    STORAGE_URL: given.STORAGE_URL ?? `file:${path.resolve(given.DATA_DIR, 'storage')}`,
    // The command line signs no sessions.
    AUTH_SECRET: given.AUTH_SECRET ?? randomBytes(32).toString('hex'),
    APP_URL: given.APP_URL ?? stack?.url ?? 'http://127.0.0.1:3000',
  });
}

/** The person that the command acts as: whoever can reach the database is an admin. */
async function actorFor(email: string | undefined): Promise<Actor> {
  const [{ db }, { loadActor }] = await Promise.all([import('@/lib/server/db/client'), import('@/lib/server/auth/load-actor')]);
  const user = await db().user.findFirst({
    where: email === undefined ? { isAdmin: true, isMachine: false, disabledAt: null } : { email },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  const actor = user && (await loadActor(user.id));
  if (!actor) {
    throw new AppError('forbidden', email === undefined ? 'There is no admin yet. Open the link that "npm start" printed.' : `There is no person with the address ${email}.`);
  }
  return actor;
}

async function projectFor(actor: Actor, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const { listMyProjects } = await import('@/lib/server/use-cases/projects/list-my-projects');
  const projects = await listMyProjects(actor, {});
  const [only] = projects;
  if (only && projects.length === 1) return only.id;
  throw new AppError('invalid-input', `Say which project with --project: ${projects.map(({ id }) => id).join(', ') || 'there is none yet'}.`);
}

/** Runs `work` as an admin of the workbench that runs here, and disconnects. */
export async function asActor<T>(options: ProjectOptions, work: (actor: Actor) => Promise<T>): Promise<T> {
  await adoptRunningStack();
  const [{ disconnectDb }, { closeQueues }] = await Promise.all([
    import('@/lib/server/db/client'),
    import('@/lib/server/queue/enqueue'),
  ]);
  try {
    return await work(await actorFor(options.as));
  } finally {
    await closeQueues();
    await disconnectDb();
  }
}

/** As `asActor`, for commands about one project. */
export const inProject = <T>(options: ProjectOptions, work: (actor: Actor, projectId: string) => Promise<T>): Promise<T> =>
  asActor(options, async (actor) => work(actor, await projectFor(actor, options.project)));
