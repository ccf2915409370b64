import type { Hospital } from '../content/hospitals';
import type { DateStyle } from '../content/moment';
import type { AgeStyle, GenderStyle, NameStyle } from '../content/people';

export type FontFamily = 'sans' | 'serif' | 'condensed' | 'typewriter' | 'grotesk';

/** How one house prints everything: what makes its sheets look alike. */
export interface HouseStyle {
  readonly family: FontFamily;
  /** Body size in pixels; x-heights come to 10–12.5 px. */
  readonly size: number;
  readonly accent: string;
  readonly paper: string;
  readonly letterhead: 'centred' | 'logo' | 'banner' | 'split' | 'plain';
  readonly head: 'two-columns' | 'three-columns' | 'boxed' | 'run-on' | 'list';
  readonly colon: ':' | ' :' | '';
  /** Which of the wordings in `labels.ts`. */
  readonly dialect: 0 | 1 | 2 | 3 | 4;
  readonly table: 'rules' | 'grid' | 'zebra' | 'bare';
  readonly headings: 'above' | 'inline' | 'underlined' | 'boxed';
  readonly dash: '-' | ' - ' | ' to ';
  readonly marks: Readonly<Record<'high' | 'low' | 'positive', string>>;
  readonly name: NameStyle;
  readonly gender: GenderStyle;
  readonly age: AgeStyle;
  readonly date: DateStyle;
  readonly withTime: boolean;
  readonly order: 'patient-first' | 'dates-first' | 'examination-first';
  readonly code: 'barcode' | 'square' | 'none';
}

const letters = { high: 'H', low: 'L', positive: 'A' };
const words = { high: 'HIGH', low: 'LOW', positive: 'POS' };
const stars = { high: '*', low: '*', positive: '*' };
const signs = { high: '+', low: '-', positive: '+' };

const styles: Readonly<Record<string, HouseStyle>> = {
  larkmoor: {
    family: 'sans', size: 22, accent: '#1f4e79', paper: '#ffffff', letterhead: 'logo', head: 'two-columns', colon: ':', dialect: 0, table: 'rules', headings: 'above',
    dash: '-', marks: letters, name: 'first-last', gender: 'word', age: 'years', date: 'iso', withTime: true, order: 'patient-first', code: 'barcode',
  },
  'st-orrin': {
    family: 'serif', size: 24, accent: '#6d1f2b', paper: '#fffef9', letterhead: 'centred', head: 'boxed', colon: ':', dialect: 2, table: 'grid', headings: 'underlined',
    dash: '-', marks: words, name: 'last-first', gender: 'word', age: 'y', date: 'words', withTime: false, order: 'patient-first', code: 'none',
  },
  veldhaven: {
    family: 'grotesk', size: 22, accent: '#0b6e6e', paper: '#ffffff', letterhead: 'banner', head: 'three-columns', colon: '', dialect: 1, table: 'zebra', headings: 'above',
    dash: '-', marks: letters, name: 'first-last', gender: 'letter', age: 'y', date: 'us', withTime: true, order: 'patient-first', code: 'square',
  },
  brackwater: {
    family: 'typewriter', size: 22, accent: '#222222', paper: '#fbfaf4', letterhead: 'plain', head: 'list', colon: ' :', dialect: 3, table: 'bare', headings: 'inline',
    dash: ' - ', marks: stars, name: 'capitals', gender: 'letter', age: 'plain', date: 'slash', withTime: true, order: 'examination-first', code: 'none',
  },
  aldermere: {
    family: 'condensed', size: 24, accent: '#7a4a12', paper: '#ffffff', letterhead: 'split', head: 'run-on', colon: ':', dialect: 4, table: 'rules', headings: 'boxed',
    dash: '-', marks: letters, name: 'first-last', gender: 'word', age: 'plain', date: 'dots', withTime: false, order: 'patient-first', code: 'none',
  },
  northgate: {
    family: 'sans', size: 22, accent: '#9b1c1c', paper: '#fdfdfb', letterhead: 'centred', head: 'three-columns', colon: ':', dialect: 0, table: 'rules', headings: 'inline',
    dash: '-', marks: signs, name: 'capitals', gender: 'word', age: 'plain', date: 'iso', withTime: true, order: 'patient-first', code: 'barcode',
  },
  sorrel: {
    family: 'condensed', size: 24, accent: '#2f6b2f', paper: '#ffffff', letterhead: 'logo', head: 'boxed', colon: '', dialect: 4, table: 'zebra', headings: 'above',
    dash: ' to ', marks: words, name: 'last-first', gender: 'letter', age: 'years', date: 'words', withTime: true, order: 'dates-first', code: 'barcode',
  },
  quillon: {
    family: 'serif', size: 24, accent: '#2b2b52', paper: '#fcf8ec', letterhead: 'split', head: 'two-columns', colon: ':', dialect: 3, table: 'bare', headings: 'underlined',
    dash: ' to ', marks: stars, name: 'last-first', gender: 'word', age: 'years', date: 'words', withTime: false, order: 'dates-first', code: 'none',
  },
  tresco: {
    family: 'grotesk', size: 22, accent: '#4b3a7a', paper: '#ffffff', letterhead: 'plain', head: 'list', colon: ':', dialect: 1, table: 'rules', headings: 'inline',
    dash: ' - ', marks: signs, name: 'first-last', gender: 'letter', age: 'y', date: 'us', withTime: false, order: 'patient-first', code: 'none',
  },
  ravenscar: {
    family: 'serif', size: 22, accent: '#30475e', paper: '#ffffff', letterhead: 'split', head: 'list', colon: '', dialect: 2, table: 'grid', headings: 'boxed',
    dash: ' to ', marks: words, name: 'last-first', gender: 'letter', age: 'y', date: 'dots', withTime: false, order: 'dates-first', code: 'none',
  },
};

/** @throws RangeError for a house without a style */
export function styleOf(hospital: Hospital): HouseStyle {
  const style = styles[hospital.id];
  if (!style) throw new RangeError(`the house ${hospital.id} has no style`);
  return style;
}
