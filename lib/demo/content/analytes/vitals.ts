import type { Analyte } from './analyte';

/** What is measured at a health check. */
export const vitals: readonly Analyte[] = [
  { name: 'Height', code: 'Ht', unit: 'cm', low: 150, high: 192, decimals: 0, unranged: true },
  { name: 'Weight', code: 'Wt', unit: 'kg', low: 48, high: 95, decimals: 1, unranged: true },
  { name: 'Waist circumference', code: 'Waist', unit: 'cm', low: 62, high: 94, decimals: 0, swing: 0.6 },
  { name: 'Systolic pressure', code: 'SBP', unit: 'mmHg', low: 90, high: 139, decimals: 0, swing: 0.6, critical: '> 220', indication: 'Hypertension if high' },
  { name: 'Diastolic pressure', code: 'DBP', unit: 'mmHg', low: 60, high: 89, decimals: 0, swing: 0.5, critical: '> 120' },
  { name: 'Pulse', code: 'Pulse', unit: 'bpm', low: 60, high: 100, decimals: 0, swing: 0.5 },
  { name: 'Temperature', code: 'Temp', unit: '°C', low: 36.0, high: 37.2, decimals: 1, swing: 0.8 },
  { name: 'Oxygen saturation', code: 'SpO2', unit: '%', low: 94, high: 100, decimals: 0, swing: 0 },
  { name: 'Visual acuity, right', code: 'VA-R', unit: '', low: 0.8, high: 1.5, decimals: 1, unranged: true },
  { name: 'Visual acuity, left', code: 'VA-L', unit: '', low: 0.8, high: 1.5, decimals: 1, unranged: true },
  { name: 'Forced vital capacity', code: 'FVC', unit: 'L', low: 3.1, high: 5.4, decimals: 2 },
];

/** Intervals of a resting ECG; the rate follows from the statement. */
export const ecgIntervals: readonly Analyte[] = [
  { name: 'P duration', code: 'P', unit: 'ms', low: 80, high: 120, decimals: 0 },
  { name: 'PR interval', code: 'PR', unit: 'ms', low: 120, high: 200, decimals: 0, swing: 0.5 },
  { name: 'QRS duration', code: 'QRS', unit: 'ms', low: 70, high: 110, decimals: 0, swing: 0.8 },
  { name: 'QT interval', code: 'QT', unit: 'ms', low: 340, high: 430, decimals: 0 },
  { name: 'QTc interval', code: 'QTc', unit: 'ms', low: 360, high: 450, decimals: 0, swing: 0.5, critical: '> 500' },
  { name: 'QRS axis', code: 'Axis', unit: 'deg', low: 0, high: 90, decimals: 0, swing: 0.4 },
  { name: 'RV5 amplitude', code: 'RV5', unit: 'mV', low: 0.6, high: 2.5, decimals: 2 },
  { name: 'SV1 amplitude', code: 'SV1', unit: 'mV', low: 0.3, high: 1.8, decimals: 2 },
];
