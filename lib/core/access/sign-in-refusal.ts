/**
 * Why a sign-in was refused. It travels as a short text in the address of the
 * sign-in page, so it holds a code and at most a number of minutes.
 */
export type SignInRefusal =
  | { readonly code: 'wrong-credentials' }
  | { readonly code: 'too-many-tries'; readonly waitMinutes: number }
  | { readonly code: 'link-unusable' }
  | { readonly code: 'unknown-person' }
  | { readonly code: 'unavailable' };

const separator = '.';

export const writeRefusal = (refusal: SignInRefusal): string =>
  refusal.code === 'too-many-tries' ? `${refusal.code}${separator}${refusal.waitMinutes}` : refusal.code;

const minutes = (count: number): string => (count === 1 ? '1 minute' : `${count} minutes`);

/** Codes that next-auth itself puts there, in our words. */
const foreignCodes: Readonly<Record<string, string>> = {
  CredentialsSignin: 'The address or the password is not right.',
  AccessDenied: 'This account may not sign in here. Ask an admin of the workbench.',
  SessionRequired: 'Sign in to see this page.',
};

/** What the sign-in page says about a refusal that `writeRefusal` (or next-auth) wrote. */
export function wordsForRefusal(text: string): string {
  const [code = '', waitMinutes = ''] = text.split(separator);
  switch (code) {
    case 'wrong-credentials':
      return 'The address or the password is not right.';
    case 'too-many-tries':
      return `Too many tries. Wait ${minutes(Math.max(1, Number.parseInt(waitMinutes, 10) || 15))}, then try again.`;
    case 'link-unusable':
      return 'This link was used already or has expired. Ask an admin for a new one.';
    case 'unknown-person':
      return 'Nobody here has that address. Ask an admin of the workbench to add you first.';
    case 'unavailable':
      return 'Signing in does not work right now. Try again in a minute.';
    default:
      return foreignCodes[code] ?? 'Signing in did not work. Try again, or ask an admin.';
  }
}
