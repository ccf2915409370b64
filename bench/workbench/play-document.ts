import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import { formatPointer } from '@/lib/core/record/pointer';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { isListSchema } from '@/lib/core/schema/types';
import type { Play } from './acts';
import { correct } from './corrections';
import { answer, answerSuggested, cheapestAnswer, taken, typed, type Answer, type Help } from './fields-play';
import type { Labour } from './labour-documents';
import { playTable } from './table-play';

const fields = Object.entries(medicalReportSchema.properties);

/** From a field that was answered to another: Tab to the next, or a click; nothing where the cursor comes by itself. */
function walk(plays: ReadonlyMap<number, Answer>): Play {
  let cursor = 0;
  return [...plays].flatMap(([at, { play, comes, goesOn }]) => {
    const move: Play = cursor === at || comes ? [] : cursor + 1 === at ? ['key'] : ['click'];
    cursor = goesOn ? at + 1 : at;
    return [...move, ...play];
  });
}

/** Ctrl+Enter, and a click on "Mark absent and submit" where a field has no answer. */
const submit = (isComplete: boolean): Play => (isComplete ? ['key'] : ['key', 'click']);

const isWhole = ({ gold }: Labour): boolean => fields.every(([name]) => gold[name] !== undefined);

/** The whole document from the opening to the submit, each value in the cheapest way that the help allows. */
export function playDocument(labour: Labour, help: Help): Play {
  const plays = new Map<number, Answer>();
  fields.forEach(([name, schema], at) => {
    const text = textOfLeaf(labour.gold[name]);
    const pointer = formatPointer([name]);
    const suggested = help === 'suggestions' ? textOfLeaf(labour.prediction.record[name]) : '';
    if (isListSchema(schema)) {
      const play = playTable(labour, help);
      if (play.length > 0) plays.set(at, { play, comes: false, goesOn: false });
    } else if (text !== '') {
      plays.set(at, suggested === '' ? answer(labour, help, pointer, text) : answerSuggested(labour, pointer, suggested, text));
    }
  });
  return [...walk(plays), ...submit(isWhole(labour))];
}

/** Ctrl+Shift+Enter takes everything suggested (sure from 0 %), then what is wrong is mended or cleared. */
export function playAcceptAll(labour: Labour): Play {
  const mends = fields.flatMap(([name, schema], at): [number, Answer][] => {
    const text = textOfLeaf(labour.gold[name]);
    const suggested = textOfLeaf(labour.prediction.record[name]);
    const pointer = formatPointer([name]);
    if (isListSchema(schema)) {
      const hasRows = labour.prediction.record[name] !== undefined && (labour.prediction.record[name] as readonly unknown[]).length > 0;
      const play = playTable(labour, 'suggestions', hasRows);
      // Each mend of a table begins with a click into it.
      return play.length > 0 ? [[at, { play, comes: hasRows, goesOn: false }]] : [];
    }
    if (suggested === text) return [];
    // A click into the field, a click on its cross.
    if (text === '') return [[at, { play: ['click', 'click'], comes: true, goesOn: false }]];
    if (suggested === '') return [[at, answer(labour, 'words', pointer, text)]];
    const words = taken(labour, pointer, text);
    const over: Answer = { play: ['key', ...typed(text).play], comes: false, goesOn: false };
    return [[at, cheapestAnswer(over, { play: correct(suggested, text), comes: true, goesOn: false }, ...(words ? [words] : []))]];
  });
  return ['key', ...walk(new Map(mends)), ...submit(isWhole(labour))];
}
