'use client';

import { Select, Stack, Switch, TagsInput, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import {
  type KeyMove, type KeywordSetting, moveKey, renameKey, setKeyword, unwrapList, wrapAsList,
} from '@/lib/core/schema/edit-schema';
import { type SchemaAddress, formatAddress, placesOf, schemaAtAddress } from '@/lib/core/schema/schema-at';
import {
  type LeafType, type MatchRule, isLeafSchema, isListSchema, isObjectSchema, leafTypes, matchRules, severities,
} from '@/lib/core/schema/types';
import type { Translate } from '@/messages/translate';
import classes from './schema.module.css';
import { setShape } from './set-shape';
import type { SchemaDraft } from './use-schema-draft';

/** Where a key may be moved to: the root and every object that is not below it. */
function parentsFor(t: Translate<'schema.fieldForm'>, draft: SchemaDraft): { value: string; label: string; address: SchemaAddress }[] {
  const objects = placesOf(draft.schema).filter(
    ({ address, schema }) =>
      isObjectSchema(schema) && !draft.selected.every((step, index) => address[index] === step),
  );
  return [
    { value: '', label: t('top'), address: [] },
    ...objects
      .filter(({ address }) => address.length > 0)
      .map(({ address }) => ({ value: JSON.stringify(address), label: formatAddress(address), address })),
  ];
}

/** Everything about the selected key. Each field applies when it loses the focus. */
export function FieldForm({ draft, canEdit }: { readonly draft: SchemaDraft; readonly canEdit: boolean }) {
  const t = useTranslations('schema.fieldForm');
  const { schema, selected } = draft;
  const field = schemaAtAddress(schema, selected);
  const [name, setName] = useState(selected.at(-1) ?? '');
  const [description, setDescription] = useState(field?.description ?? '');
  if (!field || selected.length === 0) {
    return (
      <section className={`hf-surface ${classes.form}`} aria-label={t('key')}>
        <Text size="sm" c="dimmed">
          {t('chooseKeyOnLeft')}
        </Text>
      </section>
    );
  }
  const set = (setting: KeywordSetting): void => draft.apply((current) => setKeyword(current, selected, setting));
  const leafAddress = isListSchema(field) && isLeafSchema(field.items) ? [...selected, '[]'] : selected;
  const leaf = isLeafSchema(field) ? field : isListSchema(field) && isLeafSchema(field.items) ? field.items : null;
  const setLeaf = (setting: KeywordSetting): void =>
    draft.apply((current) => {
      const edit = setKeyword(current, leafAddress, setting);
      return edit.ok ? { ...edit, address: selected } : edit;
    });
  const parents = parentsFor(t, draft);
  const currentParent = selected.slice(0, -1);
  return (
    <section className={`hf-surface ${classes.form}`} aria-label={t('keySelected', { selected: formatAddress(selected) })}>
      <Stack gap="sm">
        <TextInput
          label={t('name')}
          value={name}
          disabled={!canEdit}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={() => name !== selected.at(-1) && draft.apply((current) => renameKey(current, selected, name))}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
        <Textarea
          label={t('description')}
          description={t('whatBelongsHere')}
          autosize
          minRows={3}
          value={description}
          disabled={!canEdit}
          onChange={(event) => setDescription(event.currentTarget.value)}
          onBlur={() => description !== (field.description ?? '') && set({ keyword: 'description', value: description })}
        />
        <Select
          label={t('kindOfValue')}
          allowDeselect={false}
          disabled={!canEdit}
          value={leaf ? leaf.type : 'object'}
          data={[
            ...leafTypes.map((type) => ({ value: type, label: type })),
            { value: 'object', label: t('groupOfKeys') },
          ]}
          onChange={(type) => type && draft.apply((current) => setShape(current, leaf ? leafAddress : isListSchema(field) ? [...selected, '[]'] : selected, selected, type as LeafType | 'object'))}
        />
        <Switch
          label={t('listAnyNumber')}
          checked={isListSchema(field)}
          disabled={!canEdit}
          onChange={(event) => {
            const isList = event.currentTarget.checked;
            draft.apply((current) => (isList ? wrapAsList(current, selected) : unwrapList(current, selected)));
          }}
        />
        {leaf && (
          <>
            <Select
              label={t('twoValuesEqual')}
              allowDeselect={false}
              disabled={!canEdit}
              value={leaf['x-match'] ?? 'text'}
              data={matchRules.map((rule) => ({ value: rule, label: t(`matching.${rule}`) }))}
              onChange={(rule) => setLeaf({ keyword: 'x-match', value: rule === 'text' ? undefined : (rule as MatchRule) })}
            />
            {leaf.type === 'string' && (
              <TagsInput
                label={t('onlyTheseValues')}
                description={t('leaveEmptyForAny')}
                size="xs"
                disabled={!canEdit}
                value={[...(leaf.enum ?? [])]}
                onChange={(values) => setLeaf({ keyword: 'enum', value: values })}
              />
            )}
            <Select
              label={t('errorHere')}
              description={t('sortsErrorsOnCompare')}
              allowDeselect={false}
              disabled={!canEdit}
              value={leaf['x-severity'] ?? 'significant'}
              data={severities.map((severity) => ({ value: severity, label: t(`severities.${severity}`) }))}
              onChange={(severity) => setLeaf({ keyword: 'x-severity', value: severity === 'minor' ? 'minor' : undefined })}
            />
            <Switch
              label={t('protectedHealthInformation')}
              description={t('staysOutOfLogs')}
              checked={leaf['x-phi'] ?? false}
              disabled={!canEdit}
              onChange={(event) => setLeaf({ keyword: 'x-phi', value: event.currentTarget.checked })}
            />
          </>
        )}
        <Select
          label={t('standsIn')}
          allowDeselect={false}
          disabled={!canEdit}
          value={currentParent.length === 0 ? '' : JSON.stringify(currentParent)}
          data={parents.map(({ value, label }) => ({ value, label }))}
          onChange={(value) => {
            const parent = parents.find((candidate) => candidate.value === value);
            const move: KeyMove | null = parent ? { parent: parent.address } : null;
            if (move) draft.apply((current) => moveKey(current, selected, move));
          }}
        />
      </Stack>
    </section>
  );
}
