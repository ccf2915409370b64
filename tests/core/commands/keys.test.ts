import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatKey, heldKeys, isLetter, isNamedKey, parseKey, showKey, spellKey, typesCharacter } from '@/lib/core/commands/key';
import { readPress, type KeyPress } from '@/lib/core/commands/key-press';
import { isKept, refusalOf } from '@/lib/core/commands/reserved-keys';

const press = (key: string, code = '', held: Partial<KeyPress> = {}): KeyPress => ({
  key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false, ...held,
});
const ctrl = { ctrlKey: true };
const names = ['A', 'É', 'Ж', '?', '+', '-', '/', ']', '1', 'Enter', 'Space', 'ArrowUp', 'F2'];
const anyKey = fc
  .record({ held: fc.subarray([...heldKeys]), name: fc.constantFrom(...names) })
  .filter(({ held, name }) => !held.includes('Shift') || isNamedKey(name) || isLetter(name));

describe('a written key', () => {
  it('is read back as what it was written from', () => {
    fc.assert(fc.property(anyKey, (parts) => {
      expect(parseKey(formatKey(parts))).toEqual(parts);
    }));
  });

  it('is written in one way only', () => {
    for (const text of ['', 'a', 'Shift+Mod+A', 'Mod+Mod+A', 'Shift+?', 'Mod', 'Enter+A', 'Ctrl+', ' ', 'AB', 'Cmd+A', 'F13']) expect(parseKey(text), text).toBeNull();
  });

  it('can be the plus sign, alone or held with others', () => {
    expect(parseKey('+')).toEqual({ held: [], name: '+' });
    expect(parseKey('Mod++')).toEqual({ held: ['Mod'], name: '+' });
  });

  it('is shown as it stands on the keyboard of the computer', () => {
    expect(showKey('Mod+Shift+ArrowUp', false)).toEqual(['Ctrl', 'Shift', '↑']);
    expect(showKey('Mod+Shift+ArrowUp', true)).toEqual(['⌘', '⇧', '↑']);
    expect(showKey('Mod++', false)).toEqual(['Ctrl', '+']);
    expect(spellKey('Mod+Alt+R', false)).toBe('Ctrl+Alt+R');
    expect(spellKey('Mod+Alt+R', true)).toBe('⌘⌥R');
  });

  it('types a character unless something but Shift is held, or it is no sign', () => {
    expect(['A', 'Shift+A', '?', 'Space', '5'].filter(typesCharacter)).toHaveLength(5);
    expect(['Mod+A', 'Alt+A', 'Enter', 'F1', 'ArrowUp', 'Tab', 'Escape'].filter(typesCharacter)).toEqual([]);
  });
});

describe('a press', () => {
  it('means the letter or sign that the layout types, wherever its key is', () => {
    expect(readPress(press('a', 'KeyQ'), false)).toEqual(['A']);
    expect(readPress(press('?', 'Slash', { shiftKey: true }), false)).toEqual(['?']);
    expect(readPress(press('?', 'Minus', { shiftKey: true }), false)).toEqual(['?']);
    expect(readPress(press('1', 'Digit1', { shiftKey: true }), false)).toEqual(['1']);
    expect(readPress(press('Z', 'KeyZ', { ...ctrl, shiftKey: true }), false)).toEqual(['Mod+Shift+Z']);
    expect(readPress(press('Enter', 'NumpadEnter', { shiftKey: true }), false)).toEqual(['Shift+Enter']);
    expect(readPress(press(' ', 'Space', ctrl), false)).toEqual(['Mod+Space']);
  });

  it('of a letter that is not Latin means the Latin one in its place', () => {
    expect(readPress(press('ы', 'KeyS', ctrl), false)).toEqual(['Mod+S']);
    expect(readPress(press('é', 'Digit2'), false)).toEqual(['É']);
  });

  it('with AltGr means the sign that it types, and never Ctrl+Alt', () => {
    const altGr = { ctrlKey: true, altKey: true, altGraph: true };
    expect(readPress(press(']', 'Digit9', altGr), false)).toEqual([']']);
    expect(readPress(press('@', 'KeyQ', altGr), false)).toEqual(['@']);
    expect(readPress(press('r', 'KeyR', altGr), false)).toEqual([]);
    expect(readPress(press('Enter', 'Enter', altGr), false)).toEqual([]);
    expect(readPress(press('r', 'KeyR', { ctrlKey: true, altKey: true }), false)).toEqual(['Mod+Alt+R']);
  });

  it('on a Mac takes Cmd for Mod, and Option for Alt whatever it types', () => {
    expect(readPress(press('s', 'KeyS', { metaKey: true }), true)).toEqual(['Mod+S']);
    expect(readPress(press('s', 'KeyS', ctrl), true)).toEqual(['Ctrl+S']);
    expect(readPress(press('å', 'KeyA', { altKey: true, altGraph: true }), true)).toEqual(['Alt+A', 'Å']);
    expect(readPress(press('Dead', 'KeyE', { altKey: true }), true)).toEqual(['Alt+E']);
    expect(readPress(press('[', 'Digit5', { altKey: true }), true)).toEqual(['Alt+5', '[']);
    expect(readPress(press('®', 'KeyR', { altKey: true, metaKey: true }), true)).toEqual(['Mod+Alt+R']);
    expect(readPress(press('ArrowUp', 'ArrowUp', { altKey: true }), true)).toEqual(['Alt+ArrowUp']);
  });

  it('of a modifier, a dead key, an input method or the system means nothing', () => {
    for (const key of ['Shift', 'Control', 'AltGraph', 'Dead', 'Process', 'Unidentified', 'CapsLock']) expect(readPress(press(key, 'ShiftLeft'), false)).toEqual([]);
    expect(readPress(press('e', 'KeyE', { metaKey: true }), false)).toEqual([]);
  });

  it('always means keys that are written in the one way', () => {
    const bits = fc.record({ ctrlKey: fc.boolean(), metaKey: fc.boolean(), altKey: fc.boolean(), shiftKey: fc.boolean(), altGraph: fc.boolean() });
    const pressed = fc.tuple(fc.oneof(fc.string({ maxLength: 2, unit: 'grapheme' }), fc.constantFrom(...names, 'ß', 'ŉ', 'ǰ')), fc.constantFrom('KeyA', 'Digit1', 'Slash', ''), bits, fc.boolean());
    fc.assert(fc.property(pressed, ([key, code, held, isMac]) => {
      for (const reading of readPress({ key, code, ...held }, isMac)) expect(parseKey(reading), reading).not.toBeNull();
    }));
  });
});

describe('a key that a person chooses', () => {
  it('is none that the browser keeps, and the words say what it does there', () => {
    expect(refusalOf('Mod+W', false)).toBe('Ctrl+W closes the tab: the browser keeps it.');
    for (const key of ['Mod+T', 'Mod+N', 'Mod+R', 'F5', 'F12', 'Mod+1', 'Mod+L']) expect(refusalOf(key, false), key).toMatch(/the browser keeps it/);
  });

  it('is on a Mac none that macOS keeps', () => {
    expect(refusalOf('Mod+Space', false)).toBeNull();
    expect(refusalOf('Mod+Space', true)).toBe('⌘Space searches the computer: macOS keeps it.');
    expect([isKept('Mod+Space', true), isKept('Mod+Space', false), isKept('Mod+W', true)]).toEqual([true, false, true]);
  });

  it('leaves people a way through the page without a mouse', () => {
    for (const key of ['Tab', 'Shift+Tab', 'Escape']) expect(refusalOf(key, false)).toMatch(/without a mouse/);
  });

  it('can be any other', () => {
    for (const key of ['J', 'Mod+S', 'Alt+Q', 'F2', '/', 'Mod+Shift+Enter', 'Ж']) expect(refusalOf(key, false), key).toBeNull();
    expect(refusalOf('Shift', false)).toMatch(/no key/);
  });
});
