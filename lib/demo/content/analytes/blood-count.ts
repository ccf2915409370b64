import type { Analyte } from './analyte';

const flow = 'Flow cytometry';
const impedance = 'Impedance';

/** Complete blood count with five-part differential. */
export const bloodCount: readonly Analyte[] = [
  { name: 'White blood cells', code: 'WBC', unit: 'G/L', low: 3.5, high: 9.5, decimals: 2, swing: 0.9, method: flow, critical: '< 1.0', indication: 'Infection or inflammation' },
  { name: 'Red blood cells', code: 'RBC', unit: 'T/L', low: 4.1, high: 5.6, decimals: 2, method: impedance },
  { name: 'Haemoglobin', code: 'HGB', unit: 'g/L', low: 120, high: 165, decimals: 0, swing: 0.9, method: 'Photometry', critical: '< 60', indication: 'Anaemia if low' },
  { name: 'Haematocrit', code: 'HCT', unit: '%', low: 36, high: 49, decimals: 1, method: impedance },
  { name: 'Mean cell volume', code: 'MCV', unit: 'fL', low: 82, high: 98, decimals: 1, method: 'Calculated' },
  { name: 'Mean cell haemoglobin', code: 'MCH', unit: 'pg', low: 27, high: 34, decimals: 1, method: 'Calculated' },
  { name: 'MCH concentration', code: 'MCHC', unit: 'g/L', low: 316, high: 354, decimals: 0, method: 'Calculated' },
  { name: 'Red cell distribution width', code: 'RDW', unit: '%', low: 11.5, high: 14.5, decimals: 1, method: 'Calculated' },
  { name: 'Platelets', code: 'PLT', unit: 'G/L', low: 125, high: 350, decimals: 0, method: impedance, critical: '< 30', indication: 'Bleeding risk if low' },
  { name: 'Mean platelet volume', code: 'MPV', unit: 'fL', low: 7.5, high: 12.5, decimals: 1, method: 'Calculated' },
  { name: 'Neutrophils', code: 'NEUT', unit: '%', low: 40, high: 75, decimals: 1, method: flow, indication: 'Bacterial infection if high' },
  { name: 'Lymphocytes', code: 'LYMPH', unit: '%', low: 20, high: 50, decimals: 1, method: flow, indication: 'Viral infection if high' },
  { name: 'Monocytes', code: 'MONO', unit: '%', low: 3, high: 10, decimals: 1, method: flow },
  { name: 'Eosinophils', code: 'EOS', unit: '%', low: 0.4, high: 8, decimals: 1, method: flow, indication: 'Allergy or parasites' },
  { name: 'Basophils', code: 'BASO', unit: '%', low: 0.1, high: 1, decimals: 1, method: flow },
  { name: 'Neutrophils, absolute', code: 'NEUT abs', unit: 'G/L', low: 1.8, high: 6.3, decimals: 2, method: flow },
  { name: 'Lymphocytes, absolute', code: 'LYMPH abs', unit: 'G/L', low: 1.1, high: 3.2, decimals: 2, method: flow },
  { name: 'Monocytes, absolute', code: 'MONO abs', unit: 'G/L', low: 0.1, high: 0.6, decimals: 2, method: flow },
  { name: 'Eosinophils, absolute', code: 'EOS abs', unit: 'G/L', low: 0.02, high: 0.52, decimals: 2, method: flow },
  { name: 'Reticulocytes', code: 'RET', unit: '%', low: 0.5, high: 2, decimals: 2, method: flow },
  { name: 'Sedimentation rate', code: 'ESR', unit: 'mm/h', high: 20, decimals: 0, swing: 1.5, method: 'Westergren', indication: 'Inflammation' },
];
