import type { RecordSchema } from '@/lib/core/schema/types';

const text = { type: 'string' } as const;

export const receipts: RecordSchema = {
  type: 'object',
  properties: { company: text, date: text, address: text, total: text },
};

export const prescriptions: RecordSchema = {
  type: 'object',
  properties: {
    date: text,
    drugs: { type: 'array', items: { type: 'object', properties: { name: text, quantity: text } } },
  },
};
