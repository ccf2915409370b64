import type { useTranslations } from 'use-intl';
import type { NamespaceKeys, NestedKeyOf } from 'use-intl/core';
import type { Messages } from './en';

/** A part of the message files: "documents.filterBar" is `filterBar` of `documents.json`. */
type Part = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

/** What `useTranslations` gives, for functions that a component calls with it. */
export type Translate<Name extends Part> = ReturnType<typeof useTranslations<Name>>;
