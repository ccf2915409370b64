import type { Analyte } from './analyte';

const enzyme = 'Enzymatic';
const rate = 'Rate assay';
const electrode = 'Ion electrode';

/** Clinical chemistry in serum: liver, kidney, lipids, sugar, electrolytes. */
export const chemistry: readonly Analyte[] = [
  { name: 'Alanine aminotransferase', code: 'ALT', unit: 'U/L', low: 7, high: 45, decimals: 0, swing: 2, method: rate, indication: 'Liver cell damage' },
  { name: 'Aspartate aminotransferase', code: 'AST', unit: 'U/L', low: 13, high: 40, decimals: 0, swing: 2, method: rate, indication: 'Liver or muscle damage' },
  { name: 'Alkaline phosphatase', code: 'ALP', unit: 'U/L', low: 45, high: 125, decimals: 0, method: rate },
  { name: 'Gamma glutamyl transferase', code: 'GGT', unit: 'U/L', low: 10, high: 60, decimals: 0, swing: 2, method: rate, indication: 'Bile stasis or alcohol' },
  { name: 'Total bilirubin', code: 'TBIL', unit: 'umol/L', low: 3.4, high: 20.5, decimals: 1, swing: 1.2, method: 'Diazo', critical: '> 340', indication: 'Jaundice' },
  { name: 'Direct bilirubin', code: 'DBIL', unit: 'umol/L', low: 0.5, high: 6.8, decimals: 1, method: 'Diazo' },
  { name: 'Total protein', code: 'TP', unit: 'g/L', low: 65, high: 85, decimals: 1, method: 'Biuret' },
  { name: 'Albumin', code: 'ALB', unit: 'g/L', low: 40, high: 55, decimals: 1, method: 'BCG dye' },
  { name: 'Globulin', code: 'GLB', unit: 'g/L', low: 20, high: 40, decimals: 1, method: 'Calculated' },
  { name: 'Urea', code: 'UREA', unit: 'mmol/L', low: 2.8, high: 8.1, decimals: 1, method: enzyme },
  { name: 'Creatinine', code: 'CREA', unit: 'umol/L', low: 57, high: 97, decimals: 0, swing: 1.2, method: enzyme, critical: '> 650', indication: 'Reduced kidney function' },
  { name: 'Uric acid', code: 'UA', unit: 'umol/L', low: 208, high: 428, decimals: 0, method: enzyme, indication: 'Gout risk' },
  { name: 'Glucose', code: 'GLU', unit: 'mmol/L', low: 3.9, high: 6.1, decimals: 2, swing: 1.5, method: 'Hexokinase', critical: '> 22.2', indication: 'Diabetes if high' },
  { name: 'Total cholesterol', code: 'TC', unit: 'mmol/L', low: 2.8, high: 5.2, decimals: 2, method: enzyme },
  { name: 'Triglycerides', code: 'TG', unit: 'mmol/L', low: 0.45, high: 1.7, decimals: 2, swing: 1, method: enzyme },
  { name: 'HDL cholesterol', code: 'HDL-C', unit: 'mmol/L', low: 1.0, high: 1.9, decimals: 2, method: 'Direct' },
  { name: 'LDL cholesterol', code: 'LDL-C', unit: 'mmol/L', low: 1.3, high: 3.4, decimals: 2, method: 'Direct', indication: 'Vascular risk' },
  { name: 'Potassium', code: 'K', unit: 'mmol/L', low: 3.5, high: 5.3, decimals: 2, method: electrode, critical: '> 6.5', indication: 'Arrhythmia risk' },
  { name: 'Sodium', code: 'Na', unit: 'mmol/L', low: 137, high: 147, decimals: 0, method: electrode, critical: '< 120' },
  { name: 'Chloride', code: 'Cl', unit: 'mmol/L', low: 99, high: 110, decimals: 0, method: electrode },
  { name: 'Calcium', code: 'Ca', unit: 'mmol/L', low: 2.11, high: 2.52, decimals: 2, method: 'Arsenazo' },
  { name: 'Phosphate', code: 'PHOS', unit: 'mmol/L', low: 0.85, high: 1.51, decimals: 2, method: 'Molybdate' },
  { name: 'Magnesium', code: 'Mg', unit: 'mmol/L', low: 0.75, high: 1.02, decimals: 2, method: 'Xylidyl blue' },
  { name: 'Lactate dehydrogenase', code: 'LDH', unit: 'U/L', low: 120, high: 250, decimals: 0, method: rate },
  { name: 'Creatine kinase', code: 'CK', unit: 'U/L', low: 50, high: 310, decimals: 0, swing: 1.5, method: rate },
];
