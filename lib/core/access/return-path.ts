/**
 * Where to go after signing in. Only a path of this site: an address of another
 * one (also as `//host` or `/\host`, which browsers read alike) becomes `/`.
 */
export function safeReturnPath(given: string | undefined): string {
  if (given === undefined || !/^\/(?![/\\])/.test(given)) return '/';
  return /[\u0000-\u001f]/.test(given) ? '/' : given;
}
