import type { LeafSchema, RecordSchema } from './types';

export interface SchemaPreset {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly schema: RecordSchema;
}

const ifListedSeparately = (notFrom: string): LeafSchema =>
  text(`Fill in if listed separately; do not extract from ${notFrom}; output as empty if not available`);

const text = (description: string): LeafSchema => ({ type: 'string', description });
/** An error here harms nobody. */
const minorText = (description: string): LeafSchema => ({ type: 'string', description, 'x-severity': 'minor' });
const protectedText = (description: string): LeafSchema => ({ type: 'string', description, 'x-phi': true });

/**
 * The schema of arXiv 2506.13363, Appendix A, in English. Results stay `text`:
 * a laboratory prints "<0.5", "trace" and "1:40" where others print numbers,
 * and the paper compares whole strings.
 */
export const medicalReportSchema: RecordSchema = {
  type: 'object',
  properties: {
    Name: protectedText("Patient's name; output as empty if not available"),
    Gender: text('Output as empty if not available'),
    Age: text('As printed, with its unit; output as empty if not available'),
    'Examination Time': text('When the examination was made or reported; output as empty if not available'),
    Department: minorText('Output as empty if not available'),
    'Examination Name': ifListedSeparately('indicators or examination descriptions'),
    'Examination Site': ifListedSeparately('indicators or examination descriptions'),
    'Examination Description': text(
      'Imaging or ultrasound findings, specimen, gross, microscopic and pathological descriptions; ' +
        'output as empty if not available',
    ),
    Diagnosis: text(
      'Preliminary, clinical or pathological diagnosis, and which of them it is; output as empty if not available',
    ),
    'Treatment Recommendations': ifListedSeparately('examination descriptions or diagnoses'),
    'Sample Collection Time': text('Output as empty if not available'),
    Indicators: {
      type: 'array',
      description: 'One element for each measured item; output as an empty list if not available',
      items: {
        type: 'object',
        properties: {
          'Item Name': text('As printed'),
          Result: text('As printed, without the unit; output as empty if not available'),
          Unit: text('Output as empty if not available'),
          'Reference Range': text('Output as empty if not available'),
          'Abnormal Mark': text('The mark beside the result: an arrow, H, L; output as empty if not available'),
          'Detection Method': minorText('Output as empty if not available'),
          'Result Status': text('Output as empty if not available'),
          'Clinical Indication': text('Output as empty if not available'),
          'Critical Value': text('Output as empty if not available'),
        },
      },
    },
    Others: minorText(
      'Information that affects the interpretation and is not in the fields above; output as empty if not available',
    ),
  },
};

export const receiptSchema: RecordSchema = {
  type: 'object',
  properties: {
    company: text('Name of the seller, as printed'),
    date: text('Date of the receipt, as printed'),
    address: minorText("The seller's address on one line, as printed"),
    total: { type: 'string', description: 'The amount to pay, as printed', 'x-match': 'number' },
    items: {
      type: 'array',
      description: 'One element for each article',
      items: {
        type: 'object',
        properties: {
          name: text('As printed'),
          quantity: { type: 'string', 'x-match': 'number' },
          price: { type: 'string', description: 'Amount of the line, as printed', 'x-match': 'number' },
        },
      },
    },
  },
};

export const prescriptionSchema: RecordSchema = {
  type: 'object',
  properties: {
    date: text('Date of the prescription, as printed'),
    patient: protectedText("Patient's name"),
    drugs: {
      type: 'array',
      description: 'One element for each drug, in the order of the page',
      items: {
        type: 'object',
        properties: {
          name: text('Name and strength, as printed'),
          quantity: text('How much is handed out, with its unit, as printed'),
          usage: text('How to take it, as printed'),
        },
      },
    },
  },
};

export const schemaPresets: readonly SchemaPreset[] = [
  {
    id: 'medical-report',
    name: 'Medical report',
    summary: '13 keys of laboratory, imaging and pathology reports, with a list of indicators',
    schema: medicalReportSchema,
  },
  { id: 'receipt', name: 'Receipt', summary: 'Seller, date, address, total and the articles', schema: receiptSchema },
  { id: 'prescription', name: 'Prescription', summary: 'Date, patient and the drugs', schema: prescriptionSchema },
];
