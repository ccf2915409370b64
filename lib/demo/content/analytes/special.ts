import type { Analyte } from './analyte';

const clia = 'Luminescence';

export const coagulation: readonly Analyte[] = [
  { name: 'Prothrombin time', code: 'PT', unit: 's', low: 9.4, high: 12.5, decimals: 1, method: 'Clotting', critical: '> 30' },
  { name: 'Int. normalised ratio', code: 'INR', unit: '', low: 0.8, high: 1.2, decimals: 2, swing: 2, method: 'Calculated', critical: '> 5.0' },
  { name: 'Partial thromboplastin time', code: 'APTT', unit: 's', low: 25.1, high: 36.5, decimals: 1, method: 'Clotting', critical: '> 75' },
  { name: 'Thrombin time', code: 'TT', unit: 's', low: 10.3, high: 16.6, decimals: 1, method: 'Clotting' },
  { name: 'Fibrinogen', code: 'FIB', unit: 'g/L', low: 2.38, high: 4.98, decimals: 2, method: 'Clauss', critical: '< 1.0' },
  { name: 'D-dimer', code: 'DD', unit: 'mg/L', high: 0.5, decimals: 2, swing: 4, method: 'Turbidimetry', indication: 'Exclude thrombosis' },
];

export const thyroid: readonly Analyte[] = [
  { name: 'Thyrotropin', code: 'TSH', unit: 'mIU/L', low: 0.55, high: 4.78, decimals: 2, swing: 1, method: clia, indication: 'Thyroid function' },
  { name: 'Free triiodothyronine', code: 'FT3', unit: 'pmol/L', low: 3.5, high: 6.5, decimals: 2, method: clia },
  { name: 'Free thyroxine', code: 'FT4', unit: 'pmol/L', low: 11.5, high: 22.7, decimals: 2, method: clia },
  { name: 'Total thyroxine', code: 'T4', unit: 'nmol/L', low: 58.1, high: 140.6, decimals: 1, method: clia },
  { name: 'Peroxidase antibodies', code: 'TPOAb', unit: 'U/mL', high: 60, decimals: 1, swing: 3, method: clia, indication: 'Autoimmune thyroiditis' },
];

export const markers: readonly Analyte[] = [
  { name: 'Alpha fetoprotein', code: 'AFP', unit: 'ng/mL', high: 8.1, decimals: 2, swing: 1, method: clia },
  { name: 'Carcinoembryonic antigen', code: 'CEA', unit: 'ng/mL', high: 5.0, decimals: 2, swing: 1, method: clia },
  { name: 'Carbohydrate antigen 125', code: 'CA125', unit: 'U/mL', high: 35, decimals: 1, swing: 1, method: clia },
  { name: 'Carbohydrate antigen 19-9', code: 'CA19-9', unit: 'U/mL', high: 37, decimals: 1, swing: 1, method: clia },
  { name: 'Ferritin', code: 'FER', unit: 'ng/mL', low: 22, high: 322, decimals: 0, method: clia, indication: 'Iron stores' },
  { name: 'C-reactive protein', code: 'CRP', unit: 'mg/L', high: 5.0, decimals: 1, swing: 6, method: 'Turbidimetry', indication: 'Inflammation' },
  { name: 'Procalcitonin', code: 'PCT', unit: 'ng/mL', high: 0.5, decimals: 2, swing: 3, method: clia, indication: 'Sepsis if high' },
];

export const diabetes: readonly Analyte[] = [
  { name: 'Glycated haemoglobin', code: 'HbA1c', unit: '%', low: 4.0, high: 6.0, decimals: 1, swing: 1.2, method: 'HPLC', indication: 'Glucose control' },
  { name: 'Fasting glucose', code: 'FPG', unit: 'mmol/L', low: 3.9, high: 6.1, decimals: 2, swing: 1.5, method: 'Hexokinase' },
  { name: 'Glucose after 2 hours', code: '2h PG', unit: 'mmol/L', high: 7.8, decimals: 2, swing: 0.8, method: 'Hexokinase' },
  { name: 'Insulin, fasting', code: 'INS', unit: 'mU/L', low: 2.6, high: 24.9, decimals: 1, method: clia },
  { name: 'C-peptide', code: 'CP', unit: 'ng/mL', low: 1.1, high: 4.4, decimals: 2, method: clia },
];
