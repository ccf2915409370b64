'use client';

import { ActionIcon, Loader, Tooltip } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { memo, useId } from 'react';
import { useTranslations } from 'use-intl';
import type { LeafSchema } from '@/lib/core/schema/types';
import { isSameParts } from '@/components/ui/store';
import classes from './fields.module.css';
import { FieldKey } from './FieldKey';
import { useFieldActions } from './field-actions';
import { LeafEditor } from './LeafEditor';
import { LeafStatus } from './LeafStatus';
import { leafState, spokenName } from './panel-model';
import { usePanel } from './PanelProvider';
import { useIsReading } from './reading-context';

interface Props {
  readonly pointer: string;
  readonly label: string;
  readonly depth: number;
  readonly schema: LeafSchema;
}

/** Label, editor and state of one leaf; a letter typed draws the editor alone. */
export const LeafField = memo(function LeafField({ pointer, label, depth, schema }: Props) {
  const t = useTranslations('annotate.leafField');
  const id = useId();
  const { answered, source, boxCount, confidence, warning, isInFocus } = usePanel((model) => leafState(model, pointer, schema), isSameParts);
  const { isReadOnly, onAccept, onClear, onFocus } = useFieldActions();
  const name = spokenName(pointer);
  const isAbsent = source === 'absent';
  const isReading = useIsReading(pointer);
  const hint = schema.description;
  return (
    <div
      className={classes.leaf}
      style={depth > 0 ? { marginInlineStart: depth * 12 } : undefined}
      data-field
      data-focus={isInFocus}
      data-suggested={confidence !== null}
      onPointerDown={() => onFocus(pointer)}
    >
      <Tooltip label={hint} disabled={!hint} multiline maw={320} position="left">
        <label htmlFor={id} className={classes.label} dir="auto">
          <FieldKey pointer={pointer} />
          {label}
        </label>
      </Tooltip>
      <div className={classes.value}>
        <LeafEditor id={id} pointer={pointer} schema={schema} name={name} />
        {warning && <div className={classes.warning}>{warning}</div>}
      </div>
      <div className={classes.tools}>
        {!isReadOnly && confidence !== null && (
          <ActionIcon size="sm" tabIndex={-1} aria-label={t('acceptSuggestionFor', { name })} onClick={() => onAccept(pointer)}>
            <IconCheck size={14} />
          </ActionIcon>
        )}
        {!isReadOnly && isInFocus && (answered || boxCount > 0 || isAbsent) && (
          <ActionIcon size="sm" tabIndex={-1} aria-label={t('clear', { name })} onClick={() => onClear(pointer)}>
            <IconX size={14} />
          </ActionIcon>
        )}
        {isReading ? (
          <Loader size={14} aria-label={t('readingBoxOf', { name })} role="status" />
        ) : (
          <LeafStatus isAnswered={answered} source={source} confidence={confidence} boxCount={boxCount} warning={warning} />
        )}
      </div>
    </div>
  );
});
