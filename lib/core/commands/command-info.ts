import type { Key } from './key';
import type { Scope } from './scopes';

/** A command as it stands in lists; what it does is the page's business. */
export interface CommandInfo {
  readonly scope: Scope;
  /** Unique in its scope, and for good: people's own keys are kept by it. */
  readonly name: string;
  readonly title: string;
  readonly group: string;
  /** Its keys unless a person chose others. The first one is shown. */
  readonly keys: readonly Key[];
  /** Its keys say what it does ("arrows move the box") and cannot be others. */
  readonly isFixed?: boolean;
}

/** "label/undo". */
export const commandId = ({ scope, name }: Pick<CommandInfo, 'scope' | 'name'>): string => `${scope}/${name}`;
