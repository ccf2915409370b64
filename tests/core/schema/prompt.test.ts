import { describe, expect, it } from 'vitest';
import { phiPaths } from '@/lib/core/schema/phi';
import { medicalReportSchema, prescriptionSchema } from '@/lib/core/schema/presets';
import { keyDescriptions, promptFor } from '@/lib/core/schema/prompt';

describe('promptFor', () => {
  it('writes descriptions as comments, without values, one element in a list', () => {
    expect(keyDescriptions(prescriptionSchema)).toBe(
      [
        '{',
        '  "date": "", // Date of the prescription, as printed',
        '  "patient": "", // Patient\'s name',
        '  "drugs": [ // One element for each drug, in the order of the page',
        '    {',
        '      "name": "", // Name and strength, as printed',
        '      "quantity": "", // How much is handed out, with its unit, as printed',
        '      "usage": "" // How to take it, as printed',
        '    }',
        '  ]',
        '}',
      ].join('\n'),
    );
  });

  it('names types and choices, on one line each', () => {
    expect(
      keyDescriptions({
        type: 'object',
        properties: { n: { type: 'number' }, k: { type: 'string', description: 'a\n b', enum: ['CT', 'MRI'] } },
      }),
    ).toBe('{\n  "n": null, // a number\n  "k": "" // a b; one of: CT | MRI\n}');
  });

  it('asks for the sampled keys alone, in the order of the schema', () => {
    const prompt = promptFor(medicalReportSchema, { keys: ['Diagnosis', 'Age'], think: true });
    expect(prompt.match(/^ {2}"[^"]+"/gm)).toEqual(['  "Age"', '  "Diagnosis"']);
  });

  it('asks for the thought only where there is to be one', () => {
    expect(promptFor(prescriptionSchema, { think: true })).toContain('<think> </think>');
    expect(promptFor(prescriptionSchema, { think: false })).not.toContain('think>');
  });
});

describe('the medical report', () => {
  it("has the paper's 13 keys with a list of 9, and the name alone is PHI", () => {
    expect(Object.keys(medicalReportSchema.properties)).toHaveLength(13);
    expect(keyDescriptions(medicalReportSchema).match(/^ {6}"/gm)).toHaveLength(9);
    expect(phiPaths(medicalReportSchema)).toEqual(['Name']);
  });
});
