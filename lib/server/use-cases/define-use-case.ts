import { z } from 'zod';
import { type Actor, type Permission, isAllowed } from '@/lib/core/access/roles';
import { AppError } from '@/lib/core/errors/app-error';

/**
 * `project`: the input names a project and the actor needs the permission there.
 * `admin`: admins of the whole workbench only. `signed-in`: anybody signed in;
 * the use case shows them only what is theirs. `worker`: worker processes on
 * other machines, never people.
 */
type Access =
  | { readonly kind: 'project'; readonly permission: Permission }
  | { readonly kind: 'admin' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'worker' };

interface Definition<Input extends z.ZodType, Output> {
  /** Verb and noun, as the file is called: "submit-annotation". */
  readonly name: string;
  readonly access: Access;
  /** Project use cases have a `projectId` in their input. */
  readonly input: Input;
  readonly run: (actor: Actor, input: z.output<Input>) => Promise<Output>;
}

export interface UseCase<Input extends z.ZodType, Output> {
  (actor: Actor | null, input: z.input<Input>): Promise<Output>;
  readonly useCaseName: string;
  readonly access: Access;
  readonly inputSchema: Input;
}

const projectInputSchema = z.object({ projectId: z.string() });

function authorise(actor: Actor | null, access: Access, input: unknown, name: string): Actor {
  if (!actor) throw new AppError('unauthenticated', 'You are not signed in. Sign in and try again.');
  if ((access.kind === 'worker') !== (actor.isWorker === true)) {
    throw new AppError('forbidden', `This is for ${access.kind === 'worker' ? 'workers' : 'people'} only (${name}).`);
  }
  if (access.kind === 'admin' && !actor.isAdmin) {
    throw new AppError('forbidden', `Only an admin of the workbench may do this (${name}).`);
  }
  if (access.kind === 'project') {
    const parsed = projectInputSchema.safeParse(input);
    if (!parsed.success) throw new AppError('invalid-input', 'The project is missing from the request.');
    if (!isAllowed(actor, access.permission, parsed.data.projectId)) {
      throw new AppError(
        'forbidden',
        `Your role in project "${parsed.data.projectId}" lacks "${access.permission}". Ask an admin of the project.`,
      );
    }
  }
  return actor;
}

/**
 * The one shape of a use case (invariants 2 and 3): it takes the actor first,
 * refuses by itself, parses what it was given, then runs. Routes, server
 * components and the CLI call it alike.
 * @throws AppError `unauthenticated`, `forbidden`, `invalid-input`, or its own.
 */
export function defineUseCase<Input extends z.ZodType, Output>(
  definition: Definition<Input, Output>,
): UseCase<Input, Output> {
  const useCase = async (actor: Actor | null, input: z.input<Input>): Promise<Output> => {
    const allowed = authorise(actor, definition.access, input, definition.name);
    const parsed = definition.input.safeParse(input);
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
      throw new AppError('invalid-input', issues.join('; '), { issues });
    }
    return definition.run(allowed, parsed.data);
  };
  return Object.assign(useCase, {
    useCaseName: definition.name,
    access: definition.access,
    inputSchema: definition.input,
  });
}
