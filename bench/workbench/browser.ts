import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { issueLink } from '@/lib/server/auth/one-time-link';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Software rendering: the slow case, and the only one on a machine without a graphics card. */
const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--use-angle=swiftshader'];

async function executable(): Promise<string> {
  const packaged = await import('@sparticuz/chromium').catch(() => null);
  if (packaged && process.platform === 'linux' && process.arch === 'x64') return packaged.default.executablePath();
  const found = installed.find((file) => existsSync(file));
  if (!found) throw new Error('No browser: install Chromium (Debian: apt install chromium).');
  return found;
}

export const launchBrowser = async (): Promise<Browser> => chromium.launch({ executablePath: await executable(), args });

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A page of a browser context of its own, with nothing in its caches. */
export async function openPage(browser: Browser, origin: string, storageState?: State): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 900 }, ...(storageState ? { storageState } : {}) });
  // What tsx puts around functions so that they keep their names is not there in the page.
  await context.addInitScript('globalThis.__name ??= (named) => named');
  return context.newPage();
}

/** Signs a person in. @returns what another context needs to be signed in too */
export async function signIn(browser: Browser, origin: string, userId: string): Promise<State> {
  const page = await openPage(browser, origin);
  const { path } = await issueLink(userId, 'bench');
  await page.goto(path);
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await page.waitForURL((to) => !to.pathname.startsWith('/link/'));
  const state = await page.context().storageState();
  await page.context().close();
  return state;
}
