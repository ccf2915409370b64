import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchText, searchTexts } from '@/lib/core/commands/match-text';

const search = (query: string, ...texts: string[]) => searchTexts(texts, query, (text) => text);

describe('a search by letters', () => {
  it('finds letters in their order, and nothing else', () => {
    expect(search('exti', 'Examination Time', 'Age')).toEqual(['Examination Time']);
    expect(matchText('emit', 'Time')).toBeNull();
  });

  it('puts beginnings of words and letters side by side first', () => {
    expect(search('et', 'Department', 'Examination Time')[0]).toBe('Examination Time');
    expect(search('age', 'A great deal', 'Age', 'Passage')[0]).toBe('Age');
  });

  it('leaves out what has the letters by accident, far apart', () => {
    expect(search('undo', 'Submit and go to the next', 'Undo', 'Next document')).toEqual(['Undo']);
  });

  it('takes the words of the query in any order', () => {
    expect(search('row result', 'indicators row 2 result', 'indicators row 2 unit')).toEqual(['indicators row 2 result']);
    expect(search('result row', 'indicators row 2 result')).toHaveLength(1);
  });

  it('minds neither case nor accents', () => expect(search('PRUF', 'Prüfung', 'Alter')).toEqual(['Prüfung']));

  it('leaves all as it is for an empty query', () => expect(search(' ', 'b', 'a')).toEqual(['b', 'a']));

  it('finds every text by any of its letters taken in order', () => {
    const picked = fc.array(fc.tuple(fc.constantFrom(...'abc xyz'), fc.boolean()), { minLength: 1 });
    fc.assert(fc.property(picked, (letters) => {
      const query = letters.filter(([letter, isTaken]) => isTaken && letter !== ' ').map(([letter]) => letter).join('');
      expect(matchText(query, letters.map(([letter]) => letter).join(''))).not.toBeNull();
    }));
  });
});
