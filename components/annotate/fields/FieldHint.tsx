import { isLeafItem } from '@/lib/core/annotation/fields';
import classes from './fields.module.css';
import { spokenName, type PanelModel } from './panel-model';

/** What the schema says of the field in focus, in a place of its own so that nothing jumps. */
export function FieldHint({ model }: { readonly model: PanelModel }) {
  const leaf = model.items.filter(isLeafItem).find(({ pointer }) => pointer === model.focus);
  const warning = leaf && model.warnings[leaf.pointer];
  return (
    <div className={classes.hint} role="note" aria-label="About the field in focus">
      {leaf && (
        <>
          <b>{spokenName(leaf.pointer)}</b> {warning ? `Look again: ${warning}.` : leaf.schema.description}
        </>
      )}
    </div>
  );
}
