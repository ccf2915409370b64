interface ScopeInfo {
  /** As it stands over its commands. */
  readonly title: string;
  /** The scope whose keys work here as well, unless one of its own has them. */
  readonly within: string | null;
  /** When its commands have something to work on; null: whenever the page is open. */
  readonly needs: string | null;
}

/** Where commands are at home, from the outside in. */
export const scopes = {
  global: { title: 'Everywhere', within: null, needs: null },
  label: { title: 'Label', within: 'global', needs: null },
  'label.table': { title: 'Label: on a cell of a table', within: 'label', needs: 'Go to a cell of a table first.' },
  'label.boxes': { title: 'Label: while the field in focus has boxes', within: 'label', needs: 'The field in focus has no box on this page, or none is chosen.' },
  'label.words': { title: 'Label: while words are chosen', within: 'label', needs: 'Choose words on the page first.' },
  review: { title: 'Review', within: 'global', needs: null },
  adjudicate: { title: 'Settle two annotations', within: 'global', needs: null },
  compare: { title: 'Compare', within: 'global', needs: null },
} as const satisfies Record<string, ScopeInfo>;

export type Scope = keyof typeof scopes;
export const scopeNames: readonly Scope[] = Object.keys(scopes).filter((name): name is Scope => Object.hasOwn(scopes, name));

/** The scope and all around it, from the inside out. */
export function scopesAround(scope: Scope): readonly Scope[] {
  const { within } = scopes[scope];
  return within === null ? [scope] : [scope, ...scopesAround(within)];
}

/** How far inside: a key means what the innermost scope says. */
export const depthOf = (scope: Scope): number => scopesAround(scope).length - 1;
