import { createRandom, hashToSeed } from '@/lib/core/random';
import type { Random } from '@/lib/core/random';

export interface Patient {
  /** Stable in a demo: the group key of all documents of this person. */
  readonly group: string;
  readonly first: string;
  readonly last: string;
  readonly gender: 'female' | 'male';
  readonly birthYear: number;
  /** Hospital number, printed as a distractor. */
  readonly number: string;
}

const women =
  'Adela Beatrix Carmen Dagny Elspeth Fiona Greta Hester Imogen Johanna Katrin Leonie Marisol Nerys Odile Petra Renske Sabine Thea Ursula Vera Wilma Yvette Zelda'.split(' ');
const men =
  'Alaric Bastian Cormac Dimitri Edwin Florian Gareth Henrik Ivor Jasper Kilian Lorenz Matteo Niels Oscar Piers Quentin Rufus Stellan Tobias Ulrich Viktor Walter Yannick'.split(' ');
const surnames =
  'Abernethy Albrand Ashdown Bellweather Birkhall Brannock Calloway Cardew Castellan Dunmore Eastwick Eldridge Fairbourne Falkner Garrick Greystone Hallowell Hartigan Ingleby Jardine Kessler Kingsley Langmere Lindqvist Lockhart Marchetti Merriday Moorcroft Nakagawa Norwood Oakhurst Okonjo Pemberton Pendleton Quigley Ravenhill Redfern Rosewell Sandoval Selwyn Silverton Stanhope Tamboura Thackeray Tolliver Underhill Vandermeer Varga Wakefield Westerby Whitlock Winterhalt Yardley Zielinski'.split(
    ' ',
  );

/** The `number`-th patient of a demo: names do not repeat within a thousand. */
export function createPatient(seed: number, number: number): Patient {
  const random = createRandom(hashToSeed(`${seed}/patient/${number}`));
  const order = createRandom(hashToSeed(`${seed}/names`));
  const [lasts, offset] = [order.shuffle(surnames), order.int(24)];
  const gender = random.int(2) === 0 ? 'female' : 'male';
  const firsts = gender === 'female' ? women : men;
  const last = lasts[number % lasts.length] ?? 'Ashdown';
  const first = firsts[(offset + number + Math.floor(number / lasts.length)) % firsts.length] ?? 'Robin';
  return {
    group: `patient-${String(number).padStart(4, '0')}`,
    first,
    last,
    gender,
    birthYear: 1936 + random.int(68),
    number: String(100_000 + random.int(899_999)),
  };
}

/** A doctor's name as it stands under a report. */
export const drawDoctor = (random: Random): string =>
  `Dr. ${random.pick([...women, ...men]).charAt(0)}. ${random.pick(surnames)}`;

export const nameStyles = ['first-last', 'last-first', 'capitals'] as const;
export type NameStyle = (typeof nameStyles)[number];

export function printName(patient: Patient, style: NameStyle): string {
  if (style === 'last-first') return `${patient.last}, ${patient.first}`;
  const name = `${patient.first} ${patient.last}`;
  return style === 'capitals' ? name.toUpperCase() : name;
}

/** How a house writes gender and age. */
export type GenderStyle = 'word' | 'letter';
export type AgeStyle = 'years' | 'y' | 'plain';

export function printGender(patient: Patient, style: GenderStyle): string {
  const word = patient.gender === 'female' ? 'Female' : 'Male';
  return style === 'word' ? word : word.charAt(0);
}

export function printAge(age: number, style: AgeStyle): string {
  return { years: `${age} years`, y: `${age} yrs`, plain: String(age) }[style];
}
