import type { Lesion } from './study';

/** A statement and the heart rates (beats a minute) it goes with. */
export interface EcgStatement extends Lesion {
  readonly rate: readonly [slowest: number, fastest: number];
}

export const ecgFindings: readonly EcgStatement[] = [
  { rate: [62, 96], finding: 'Regular rhythm, P wave before each QRS, ST level isoelectric.', diagnosis: 'Sinus rhythm, normal ECG' },
  { rate: [41, 58], finding: 'Regular rhythm at low rate, normal P axis.', diagnosis: 'Sinus bradycardia', advice: 'Holter monitoring if symptomatic.' },
  { rate: [103, 132], finding: 'Regular rhythm at high rate, normal P axis.', diagnosis: 'Sinus tachycardia', advice: 'Check thyroid function.' },
  { rate: [72, 128], finding: 'P waves absent, irregular RR intervals.', diagnosis: 'Atrial fibrillation', advice: 'Anticoagulation to be assessed.' },
  { rate: [62, 96], finding: 'QRS broad with rsR in V1.', diagnosis: 'Complete right bundle branch block' },
  { rate: [62, 96], finding: 'T wave flat in {II, III, aVF|V4 to V6|I and aVL}.', diagnosis: 'T wave changes in {II, III, aVF|V4 to V6|I and aVL}', advice: 'Compare with previous ECG.' },
  { rate: [62, 96], finding: 'PR interval prolonged and constant.', diagnosis: 'First degree AV block' },
  { rate: [62, 96], finding: 'High voltage in V5 with secondary ST changes.', diagnosis: 'Left ventricular hypertrophy', advice: 'Echocardiography is advised.' },
];
