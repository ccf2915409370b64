import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import type { Messages } from './en';
import { language, languages } from './languages';

/** For what the server alone writes, titles of pages above all: what `useTranslations` is to components. */
export const translator = <const Name extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(name: Name) =>
  createTranslator({ locale: language, messages: languages[language], namespace: name });
