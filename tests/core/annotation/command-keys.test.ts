import { describe, expect, it } from 'vitest';
import { keyOf, showKey } from '@/components/annotate/commands/command';
import { allLabelCommands } from '@/components/annotate/commands/label-commands';
import { allReviewCommands } from '@/components/review/review-commands';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  keyOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('keys', () => {
  it('have one name whatever the keyboard', () => {
    expect(press('z', { ctrlKey: true })).toBe('Mod+Z');
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe('Mod+Shift+Z');
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press(' ', { ctrlKey: true })).toBe('Mod+Space');
    expect(press('Enter', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+Enter');
  });

  it('are shown as they stand on the keyboard', () => {
    expect(showKey('Mod+ArrowRight')).toEqual(['Ctrl', '→']);
    expect(showKey('+')).toEqual(['+']);
  });

  it.each([['label', allLabelCommands], ['review', allReviewCommands]] as const)('of the %s screen belong to one command each', (_, commands) => {
    const keys = commands.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });

  it('that are characters do nothing while a person types', () => {
    const typed = allLabelCommands.filter(({ worksWhileTyping }) => worksWhileTyping);
    const characters = typed.filter(({ keys, isPassedOn }) => !isPassedOn && keys.some((key) => key.length === 1));
    expect(characters.map(({ name }) => name)).toEqual([]);
  });
});
