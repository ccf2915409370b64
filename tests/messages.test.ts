import { describe, expect, it } from 'vitest';
import { languages } from '@/messages/languages';
import { flatten, namesOf } from './messages/message-parts';
import { type MessageUse, findAliases, findUses } from './messages/message-uses';
import { parseRooms } from './messages/syntax';
import { findWrittenWords } from './messages/written-words';

const files = parseRooms();
const aliases = findAliases(files);
const uses = files.flatMap((file) => findUses(file, aliases));

describe('components', () => {
  it('write no words themselves: what is seen and read aloud stands in the message files', () => {
    expect(files.flatMap(findWrittenWords)).toEqual([]);
  });
});

describe.each(Object.entries(languages))('the message files of “%s”', (_language, messages) => {
  const parts = flatten(messages).map(([key, message]) => ({ key, names: namesOf(message) }));

  it('have every message that is shown', () => {
    const missing = uses.filter(({ keys }) => !parts.some(({ key }) => keys.test(key)));
    expect(missing.map(({ place, keys }) => `${place} ${keys.source}`)).toEqual([]);
  });

  it('have no message that is shown nowhere', () => {
    expect(parts.map(({ key }) => key).filter((key) => !uses.some(({ keys }) => keys.test(key)))).toEqual([]);
  });

  it('ask for what their place gives, no more and no less', () => {
    const disagreements = ({ place, keys, values }: MessageUse): readonly string[] => {
      if (values === null) return [];
      const shown = parts.filter(({ key }) => keys.test(key));
      const asked = new Set(shown.flatMap(({ names }) => [...names]));
      return [
        ...[...asked].filter((name) => !values.includes(name)).map((name) => `${place} gives no ${name}`),
        ...values.filter((name) => !asked.has(name)).map((name) => `${place} gives ${name} for nothing`),
      ];
    };
    expect(uses.flatMap(disagreements)).toEqual([]);
  });
});
