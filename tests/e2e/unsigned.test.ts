import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';

const { url } = inject('stack');

/** Open to everybody: signing in itself, and whether the server is up. */
const openPlaces = [/^\/api\/auth\//, /^\/api\/health$/, /^\/sign-in$/, /^\/link\//];
const isOpen = (place: string): boolean => openPlaces.some((pattern) => pattern.test(place));

const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));

/** The address of a file in app/, with "x" for each parameter. */
const addressOf = (file: string): string =>
  `/${path.posix.dirname(file)}`.replaceAll(/\/\([^)]+\)/g, '').replaceAll(/\[[^\]]+\]/g, 'x').replace(/^\/\.$/, '/') || '/';

const endpoints = files
  .filter((file) => file.endsWith('/route.ts'))
  .flatMap((file) => {
    const text = readFileSync(path.join('app', file), 'utf8');
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
      new RegExp(`\\bexport (const|async function|function) ${method}\\b|\\bas ${method}\\b`).test(text),
    );
    return methods.map((method) => [method, addressOf(file)] as const);
  })
  .filter(([, place]) => !isOpen(place));

const pages = files.filter((file) => /(^|\/)page\.tsx$/.test(file)).map(addressOf).filter((place) => !isOpen(place));

describe('a visitor who is not signed in', () => {
  it.each(endpoints)('is refused by %s %s', async (method, place) => {
    const response = await fetch(url + place, { method, ...(method === 'GET' ? {} : { body: '{}' }) });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'unauthenticated' } });
  });

  it.each(pages)('is sent from %s to the sign-in page', async (place) => {
    const response = await fetch(url + place, { redirect: 'manual' });
    const body = await response.text();
    // A layout that has begun to stream redirects from within the page.
    const target = response.headers.get('location') ?? /url=([^"]+)"/.exec(body)?.[1] ?? '';
    expect(decodeURIComponent(target)).toMatch(/^\/sign-in/);
  });
});

describe('a page of another site', () => {
  it('cannot make a browser write here', async () => {
    const response = await fetch(`${url}/api/account/password`, {
      method: 'PUT',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'text/plain' },
      body: '{"password":"a password of elsewhere"}',
    });
    expect(response.status).toBe(403);
  });
});
