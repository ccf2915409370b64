import { en } from './en';

/**
 * The languages of the screen by their tag (`en`, `de`, `pt-BR`). Each has every
 * message of English: the compiler says which one is missing.
 */
export const languages = { en } as const satisfies Readonly<Record<string, typeof en>>;

export type Language = keyof typeof languages;

/** The one that this workbench speaks. */
export const language: Language = 'en';
