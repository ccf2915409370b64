import type { Analyte, Quality } from './analyte';

const strip = 'Test strip';
const graded = ['Negative', 'Trace', '1+', '2+', '3+'] as const;

export const urineQualities: readonly Quality[] = [
  { name: 'Colour', code: 'COL', values: ['Yellow', 'Pale yellow', 'Amber', 'Red brown'], method: 'Visual' },
  { name: 'Clarity', code: 'CLA', values: ['Clear', 'Slightly cloudy', 'Turbid'], method: 'Visual' },
  { name: 'Glucose', code: 'GLU', values: graded, method: strip },
  { name: 'Protein', code: 'PRO', values: graded, method: strip },
  { name: 'Ketones', code: 'KET', values: graded, method: strip },
  { name: 'Bilirubin', code: 'BIL', values: ['Negative', '1+'], method: strip },
  { name: 'Urobilinogen', code: 'URO', values: ['Normal', '1+', '2+'], method: strip },
  { name: 'Nitrite', code: 'NIT', values: ['Negative', 'Positive'], method: strip },
  { name: 'Occult blood', code: 'BLD', values: graded, method: strip },
  { name: 'Leukocyte esterase', code: 'LEU', values: graded, method: strip },
];

export const urineCounts: readonly Analyte[] = [
  { name: 'Specific gravity', code: 'SG', unit: '', low: 1.003, high: 1.03, decimals: 3, swing: 0.1, method: 'Refraction' },
  { name: 'pH value', code: 'pH', unit: '', low: 4.5, high: 8.0, decimals: 1, swing: 0.2, method: strip },
  { name: 'White cells, sediment', code: 'U-WBC', unit: '/uL', high: 28, decimals: 0, swing: 3, method: 'Flow cytometry' },
  { name: 'Red cells, sediment', code: 'U-RBC', unit: '/uL', high: 17, decimals: 0, swing: 4, method: 'Flow cytometry' },
  { name: 'Epithelial cells', code: 'EC', unit: '/uL', high: 31, decimals: 0, swing: 1, method: 'Flow cytometry' },
  { name: 'Casts', code: 'CAST', unit: '/uL', high: 1, decimals: 0, swing: 3, method: 'Flow cytometry' },
  { name: 'Bacteria', code: 'BACT', unit: '/uL', high: 358, decimals: 0, swing: 3, method: 'Flow cytometry' },
];

export const stoolQualities: readonly Quality[] = [
  { name: 'Colour', code: 'COL', values: ['Brown', 'Yellow', 'Black', 'Green'], method: 'Visual' },
  { name: 'Consistency', code: 'CONS', values: ['Soft, formed', 'Loose', 'Watery', 'Hard'], method: 'Visual' },
  { name: 'Mucus', code: 'MUC', values: ['None', 'Present'], method: 'Visual' },
  { name: 'Visible blood', code: 'VB', values: ['None', 'Present'], method: 'Visual' },
  { name: 'Occult blood', code: 'FOB', values: ['Negative', 'Positive', 'Weak positive'], method: 'Immunoassay' },
  { name: 'Leukocytes', code: 'WBC', values: ['None seen', '0-2 /HPF', '5-8 /HPF'], range: '0-1 /HPF', method: 'Microscopy' },
  { name: 'Erythrocytes', code: 'RBC', values: ['None seen', '1-3 /HPF'], range: 'None', method: 'Microscopy' },
  { name: 'Fat globules', code: 'FAT', values: ['None seen', 'Few', 'Moderate'], range: 'None', method: 'Microscopy' },
  { name: 'Ova and parasites', code: 'OVA', values: ['Not found', 'Found'], method: 'Microscopy' },
  { name: 'Yeast cells', code: 'YST', values: ['Not found', 'Few', 'Many'], method: 'Microscopy' },
  { name: 'Rotavirus antigen', code: 'ROTA', values: ['Negative', 'Positive'], method: 'Immunoassay' },
  { name: 'H. pylori antigen', code: 'HPSA', values: ['Negative', 'Positive'], method: 'Immunoassay' },
];

export const calprotectin: Analyte = {
  name: 'Calprotectin', code: 'FC', unit: 'ug/g', high: 50, decimals: 0, swing: 6, method: 'Immunoassay', indication: 'Bowel inflammation',
};
