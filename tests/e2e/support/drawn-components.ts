import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Where React drew components since the last look. */
    drawnAt: string[] | undefined;
  }
}

/** The parts of React's own records that are read here; the same in the production build, where DevTools read them too. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly return: Fiber | null;
  readonly alternate: Fiber | null;
  readonly stateNode: unknown;
}

/**
 * Listens, as React's developer tools do, to what each commit drew anew. Every
 * component counts once a commit, under the place of the page it stands in: a
 * field by its pointer, or "canvas", "header", "tools", "words" (the lists of
 * the page for screen readers), "fields" for the panel around them, "elsewhere".
 */
const listen = (): void => {
  // Function components, with and without a ref, and memoised ones; the rest are elements and markers.
  const components = [0, 11, 15];
  const performedWork = 1;
  const places = [
    ['[role="img"][data-cursor]', 'canvas'], ['header', 'header'], ['nav', 'tools'], ['[role="listbox"]', 'words'], ['[role="region"]', 'fields'],
  ] as const;
  const placeOf = (fiber: Fiber): string => {
    // What it draws first, or else what it stands in.
    let [inner, outer]: [Fiber | null, Fiber] = [fiber.child, fiber];
    while (inner && !(inner.stateNode instanceof Element)) inner = inner.child;
    while (!(outer.stateNode instanceof Element) && outer.return) outer = outer.return;
    const element = [inner?.stateNode, outer.stateNode].find((node) => node instanceof Element);
    // The canvas library has a tree of its own, whose root is no element of the page.
    const root = outer.stateNode as { readonly containerInfo?: unknown };
    if (!element && !(root.containerInfo instanceof Node)) return 'canvas';
    const field = element?.closest('[data-field]');
    const pointer = field?.getAttribute('data-row') ?? field?.querySelector('[data-pointer]')?.getAttribute('data-pointer');
    if (pointer) return pointer;
    return places.find(([selector]) => element?.closest(selector))?.[1] ?? 'elsewhere';
  };
  const visit = (next: Fiber, last: Fiber | null): void => {
    if (components.includes(next.tag) && (last === null || (next.flags & performedWork) !== 0)) window.drawnAt?.push(placeOf(next));
    if (last !== null && next.child === last.child) return;
    for (let child = next.child; child; child = child.sibling) visit(child, child.alternate);
  };
  const hook = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    onCommitFiberRoot: (_renderer: number, root: { readonly current: Fiber }) => visit(root.current, root.current.alternate),
    onPostCommitFiberRoot: () => undefined,
    onCommitFiberUnmount: () => undefined,
    checkDCE: () => undefined,
  };
  Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook });
};

/** Before the page opens. */
export async function watchDrawing(page: Page): Promise<void> {
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await page.addInitScript(listen);
}

/** How many components each place drew while something was done, until the browser had painted twice and nothing was left to do. */
export async function drawnBy(page: Page, act: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
  await page.evaluate(() => {
    window.drawnAt = [];
  });
  await act();
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const counts: Record<string, number> = {};
    for (const place of window.drawnAt ?? []) counts[place] = (counts[place] ?? 0) + 1;
    window.drawnAt = undefined;
    return counts;
  });
}
