import { hash, verify } from '@node-rs/argon2';

/** Shortest and longest password, in characters. */
export const passwordLength = { min: 12, max: 200 } as const;

/** Argon2id with the package's parameters (19 MiB, 2 passes: OWASP's first choice). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Compared against where there is no account, so that both answers take as long. */
let placeholder: Promise<string> | undefined;

/** @returns whether the password is right; as slow for an account without one. */
export async function isPasswordRight(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await (placeholder ??= hash('nobody has this password')));
  const isRight = await verify(against, password.slice(0, passwordLength.max));
  return isRight && passwordHash !== null;
}
