import type { ProvenanceSource } from '@/lib/core/annotation/content';
import { isLeafItem, isStop, type FieldShape } from '@/lib/core/annotation/fields';
import { valueAt } from '@/lib/core/record/pointer';
import { warningOf } from '@/lib/core/annotation/warnings';
import { isAnswered } from '@/lib/core/annotation/leaf-text';
import { readNumber } from '@/lib/core/scoring/equal-leaves';
import { normalForm } from '@/lib/core/scoring/normal-form';
import type { LeafSchema } from '@/lib/core/schema/types';
import { isLeaf, type Json } from '@/lib/core/record/json';
import { isSameParts } from '@/components/ui/store';
import { useKeys } from '@/components/commands/keys-context';
import { translator } from '@/messages/translator';
import { labelCommands } from '../commands/label-commands';
import { choicesOf } from './editors/choices';
import { useFieldActions } from './field-actions';
import classes from './fields.module.css';
import { spokenName, type PanelModel } from './panel-model';
import { usePanel } from './PanelProvider';
import { provenanceWords } from './provenance-words';

const t = translator('annotate.fieldHint');
const shownChoices = 9;

/** What the schema asks of a value, beyond its description. */
function rulesOf(schema: LeafSchema, value: Json | undefined): string {
  const choices = choicesOf(schema);
  if (choices.length > 0) {
    const first = choices.slice(0, shownChoices).map(({ key, label }) => `${key} ${label}`).join(' · ');
    return choices.length > shownChoices ? t('andMoreChoices', { first, count: choices.length - shownChoices }) : first;
  }
  if (schema['x-match'] === 'number') {
    const number = value !== undefined && isLeaf(value) ? readNumber(normalForm(value)) : null;
    return number === null ? t('comparedAsNumber') : t('comparedAs', { number });
  }
  if (schema.type === 'integer') return t('wholeNumber');
  if (schema.type === 'number') return t('number');
  return schema['x-match'] === 'text-ci' ? t('upperAndLowerCase') : '';
}

interface Hint {
  readonly item: FieldShape | null;
  readonly isFree: boolean;
  readonly source?: ProvenanceSource | undefined;
  readonly warning?: string | undefined;
  readonly rules?: string;
}

/** What there is to say of the field in focus, of values that compare by identity. */
function hintOf({ items, content, focus }: PanelModel): Hint {
  const item = items.find(({ pointer }) => pointer === focus);
  if (!item || !isStop(item)) return { item: null, isFree: focus === null };
  const source = content.provenance[item.pointer];
  if (!isLeafItem(item)) return { item, isFree: false, source };
  const value = valueAt(content.record, item.pointer);
  const isShown = source === 'absent' || isAnswered(value);
  return { item, isFree: false, source: isShown ? source : undefined, warning: warningOf(item.schema, value), rules: rulesOf(item.schema, value) };
}

/** What the schema says of the field in focus, in a place of its own so that nothing jumps. */
export function FieldHint() {
  const { name } = useKeys();
  const { isReadOnly } = useFieldActions();
  const { item, isFree, source, warning, rules } = usePanel(hintOf, isSameParts);
  if (!item) {
    const isChoosing = isFree && !isReadOnly;
    return (
      <div className={classes.hint} role="note" aria-label={t('aboutFieldInFocus')}>
        {isChoosing && t('noFieldInFocus')}
      </div>
    );
  }
  const asked = rules ?? t('noRowsAdds', { add: name(labelCommands.addRow), read: name(labelCommands.proposeRows), absent: name(labelCommands.absent) });
  return (
    <div className={classes.hint} role="note" aria-label={t('aboutFieldInFocus')}>
      <b dir="auto">{spokenName(item.pointer)}</b> {warning && <span className={classes.warning}>{t('lookAgain', { warning })} </span>}
      {[item.schema.description, asked].filter(Boolean).join(' · ')} {source && <i>{provenanceWords(source)}.</i>}
    </div>
  );
}
