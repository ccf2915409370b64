'use client';

import { ActionIcon, Loader, Tooltip } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { memo, useId } from 'react';
import type { ProvenanceSource } from '@/lib/core/annotation/content';
import { isAnswered, textOfLeaf } from '@/lib/core/annotation/leaf-text';
import type { Json } from '@/lib/core/record/json';
import type { LeafSchema } from '@/lib/core/schema/types';
import classes from './fields.module.css';
import { FieldKey } from './FieldKey';
import { useFieldActions } from './field-actions';
import { LeafEditor } from './LeafEditor';
import { LeafStatus } from './LeafStatus';
import { spokenName } from './panel-model';
import { useIsReading } from './reading-context';

export interface LeafFieldProps {
  readonly pointer: string;
  readonly label: string;
  readonly depth?: number;
  readonly schema: LeafSchema;
  readonly value: Json | undefined;
  readonly source: ProvenanceSource | undefined;
  readonly boxCount: number;
  readonly suggestion: { readonly value: Json; readonly confidence: number } | undefined;
  readonly warning: string | undefined;
  readonly isInFocus: boolean;
}

/** Label, editor and state of one leaf. */
export const LeafField = memo(function LeafField(props: LeafFieldProps) {
  const { pointer, label, depth = 0, schema, value, source, boxCount, suggestion, warning, isInFocus } = props;
  const id = useId();
  const { isReadOnly, onAccept, onClear, onFocus } = useFieldActions();
  const name = spokenName(pointer);
  const isAbsent = source === 'absent';
  const answered = isAnswered(value);
  const isReading = useIsReading(pointer);
  const hint = schema.description;
  return (
    <div
      className={classes.leaf}
      style={depth > 0 ? { marginInlineStart: depth * 12 } : undefined}
      data-field
      data-focus={isInFocus}
      data-suggested={suggestion !== undefined}
      onPointerDown={() => onFocus(pointer)}
    >
      <Tooltip label={hint} disabled={!hint} multiline maw={320} position="left">
        <label htmlFor={id} className={classes.label} dir="auto">
          <FieldKey pointer={pointer} />
          {label}
        </label>
      </Tooltip>
      <div className={classes.value}>
        <LeafEditor
          id={id}
          pointer={pointer}
          schema={schema}
          value={value}
          name={name}
          suggested={suggestion ? textOfLeaf(suggestion.value) : null}
          isAbsent={isAbsent}
          warning={warning}
        />
        {warning && <div className={classes.warning}>{warning}</div>}
      </div>
      <div className={classes.tools}>
        {!isReadOnly && suggestion && (
          <ActionIcon size="sm" tabIndex={-1} aria-label={`Accept the suggestion for ${name}`} onClick={() => onAccept(pointer)}>
            <IconCheck size={14} />
          </ActionIcon>
        )}
        {!isReadOnly && isInFocus && (answered || boxCount > 0 || isAbsent) && (
          <ActionIcon size="sm" tabIndex={-1} aria-label={`Clear ${name}`} onClick={() => onClear(pointer)}>
            <IconX size={14} />
          </ActionIcon>
        )}
        {isReading ? (
          <Loader size={14} aria-label={`Reading the box of ${name}`} role="status" />
        ) : (
          <LeafStatus isAnswered={answered} source={source} confidence={suggestion?.confidence ?? null} boxCount={boxCount} warning={warning} />
        )}
      </div>
    </div>
  );
});
