import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { issueLink } from '@/lib/server/auth/one-time-link';

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of an npm package, or else one that is installed. */
async function launchBrowser(): Promise<Browser> {
  // The package's own arguments are for one short visit: a single process, and no web security.
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--use-angle=swiftshader'];
  const packaged = await import('@sparticuz/chromium').catch(() => null);
  if (packaged && process.platform === 'linux' && process.arch === 'x64') {
    const { default: bundle } = packaged;
    return chromium.launch({ executablePath: await bundle.executablePath(), args });
  }
  const installed = systemBrowsers.find((file) => existsSync(file));
  if (!installed) throw new Error('No browser: install Chromium (Debian: apt install chromium).');
  return chromium.launch({ executablePath: installed, args });
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of so far; must be empty when the test ends. */
  readonly complaints: string[];
}

export interface Visitors {
  /** A browser of its own: no cookie, no storage of another. Paths are relative to the stack's address. */
  readonly open: (options?: BrowserContextOptions) => Promise<Visitor>;
  /** The same, signed in by a one-time link as people are. */
  readonly openAs: (userId: string, options?: BrowserContextOptions) => Promise<Visitor>;
}

/** Where the page of a failed test stands and what it shows; it may be closed by then. */
async function tellOfPage(page: Page, pictureName: string): Promise<string> {
  if (page.isClosed()) return 'a page that is closed';
  const text = await page.locator('body').innerText({ timeout: 5_000 }).catch((error: unknown) => `no text: ${String(error)}`);
  const picture = await keepScreenshot(page, pictureName).then(() => `${pictureName}.png`, (error: unknown) => `no picture: ${String(error)}`);
  return `${page.url()} (${picture}) shows: ${text.replaceAll(/\s+/g, ' ').slice(0, 1_000)}`;
}

/** Takes this test process to the database and files of the running stack. */
export function joinStack(): string {
  const { url, env } = inject('stack');
  Object.assign(process.env, env, { LOG_LEVEL: 'silent' });
  return url;
}

/**
 * One browser for the test file. A page that logs an error, throws or asks for
 * what is not there fails the test that opened it.
 * @param addressOf where the pages are, asked when one is opened; the stack of the run unless given
 */
export function useVisitors(addressOf?: () => string): Visitors {
  const stackUrl = addressOf ? '' : joinStack();
  let browser: Browser | undefined;
  let opened: Visitor[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async ({ task }) => {
    const all = opened;
    opened = [];
    const told = task.result?.state === 'fail' ? await Promise.all(all.map(({ page }, at) => tellOfPage(page, `failed-${task.id}-${at}`))) : [];
    await Promise.all(all.map(({ context }) => context.close()));
    const complaints = all.flatMap((visitor) => visitor.complaints);
    if (told.length > 0) throw new Error(['When the test failed:', ...told, ...complaints].join('\n'));
    expect(complaints, 'the pages complained').toEqual([]);
  });
  afterAll(() => browser?.close());

  async function open(options: BrowserContextOptions = {}): Promise<Visitor> {
    if (!browser) throw new Error('Open pages inside of tests.');
    const context = await browser.newContext({ baseURL: addressOf?.() ?? stackUrl, viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    const visitor = { page, context, complaints };
    opened.push(visitor);
    return visitor;
  }

  return {
    open,
    openAs: async (userId, options) => {
      const visitor = await open(options);
      const { path: link } = await issueLink(userId, 'test');
      await visitor.page.goto(link);
      await visitor.page.getByRole('button', { name: /^Sign in as/ }).click();
      await visitor.page.waitForURL((to) => !to.pathname.startsWith('/link/'));
      return visitor;
    },
  };
}

/** Takes out what the browser itself logs of a refusal or a lost network, which must be there; all else stays a complaint. */
export function expectLogged(complaints: string[], pattern: RegExp): void {
  const expected = complaints.filter((complaint) => pattern.test(complaint));
  const others = complaints.filter((complaint) => !pattern.test(complaint));
  expect(expected.length).toBeGreaterThan(0);
  complaints.splice(0, Infinity, ...others);
}

/** Keeps a picture of the page for people to look at: tests/e2e/output/NAME.png, not in the repository. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = path.join('tests', 'e2e', 'output');
  await mkdir(folder, { recursive: true });
  // No test is about pictures: on a busy machine a long page takes a while.
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true, timeout: 120_000 });
}
