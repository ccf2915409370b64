import { issueLink } from '@/lib/server/auth/one-time-link';

/** Asks the stack as one signed-in browser would; the body is read to its end. */
export type Ask = (path: string, body?: object) => Promise<{ readonly status: number; readonly bytes: number; readonly text: string }>;

/** Cookies by name, as a browser keeps them. */
function collectCookies(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const cut = pair.indexOf('=');
    jar.set(pair.slice(0, cut), pair.slice(cut + 1));
  }
}

/** One signed-in browser's `fetch`, with its cookies. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>;

/** Signs a person in by a one-time link over HTTP. @throws Error where that is refused */
export async function openSession(origin: string, userId: string): Promise<Send> {
  const jar = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, origin), { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    collectCookies(jar, response);
    return response;
  };
  const { csrfToken } = (await (await send('/api/auth/csrf')).json()) as { csrfToken: string };
  const { path } = await issueLink(userId, 'bench');
  const answer = await send('/api/auth/callback/one-time-link', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body: new URLSearchParams({ csrfToken, token: path.replace('/link/', ''), json: 'true' }),
  });
  if (!answer.ok) throw new Error(`The sign-in was refused: ${answer.status} ${await answer.text()}`);
  return send;
}

/** The same, for asking one thing after the other. */
export async function signIn(origin: string, userId: string): Promise<Ask> {
  const send = await openSession(origin, userId);
  return async (asked, body) => {
    const posted = body && { method: 'POST', headers: { 'content-type': 'application/json', origin }, body: JSON.stringify(body) };
    const response = await send(asked, posted);
    const text = await response.text();
    return { status: response.status, bytes: Buffer.byteLength(text), text };
  };
}
