import { beforeAll, describe, expect, it } from 'vitest';
import { addKey } from '@/lib/core/schema/edit-schema';
import { medicalReportSchema, receiptSchema } from '@/lib/core/schema/presets';
import type { RecordSchema } from '@/lib/core/schema/types';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { getSchema } from '@/lib/server/use-cases/schema/get-schema';
import { listSchemaVersions } from '@/lib/server/use-cases/schema/list-schema-versions';
import { previewSchemaChange } from '@/lib/server/use-cases/schema/preview-schema-change';
import { saveSchema } from '@/lib/server/use-cases/schema/save-schema';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const withKey = (schema: RecordSchema, key: string): RecordSchema => {
  const edit = addKey(schema, [], key, { type: 'string' });
  if (!edit.ok) throw new Error(edit.message);
  return edit.schema;
};

let number = 0;
async function scene(schema: RecordSchema = receiptSchema) {
  const projectId = `schema-${number++}`;
  const admin = await createPerson({ isAdmin: true });
  await createProject(admin, { id: projectId, name: projectId, schema });
  const lead = await createPerson({ roles: { [projectId]: ['lead'] } });
  return { projectId, admin, lead };
}

beforeAll(async () => {
  await createTestDatabase();
});

describe('a schema', () => {
  it('comes back with its keys in the order in which they were written', async () => {
    const { projectId, lead } = await scene(medicalReportSchema);
    const { schema } = await getSchema(lead, { projectId });
    expect(JSON.stringify(schema)).toBe(JSON.stringify(medicalReportSchema));
  });

  it('becomes a new version when it changes, and the old one stays as it was', async () => {
    const { projectId, lead } = await scene();
    const changed = withKey(receiptSchema, 'cashier');
    expect(await saveSchema(lead, { projectId, baseNumber: 1, schema: changed, note: 'who sold it' })).toMatchObject({ number: 2, isNew: true });
    expect((await getSchema(lead, { projectId, number: 1 })).schema).toEqual(receiptSchema);
    expect((await listSchemaVersions(lead, { projectId })).map((version) => version.number)).toEqual([2, 1]);
  });

  it('that did not change is no new version', async () => {
    const { projectId, lead } = await scene();
    expect(await saveSchema(lead, { projectId, baseNumber: 1, schema: receiptSchema })).toMatchObject({ number: 1, isNew: false });
  });

  it('saved by two people from one version is a conflict for the second', async () => {
    const { projectId, lead } = await scene();
    const answers = await Promise.allSettled(
      ['one', 'two'].map((key) => saveSchema(lead, { projectId, baseNumber: 1, schema: withKey(receiptSchema, key) })),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { code: 'conflict' } });
  });

  it('tells before it is saved what a change means for the annotations there are', async () => {
    const { projectId, lead } = await scene();
    const { changes, annotations } = await previewSchemaChange(lead, { projectId, baseNumber: 1, schema: withKey(receiptSchema, 'cashier') });
    expect(annotations).toBe(0);
    expect(changes).toMatchObject([{ kind: 'added', path: 'cashier' }]);
    expect(changes[0]?.meaning).not.toBe('');
  });

  it('that cannot be used is refused with the key at fault', async () => {
    const { projectId, lead } = await scene();
    const schema = { type: 'object', properties: { total: { $ref: '#/properties/total' } } };
    await expect(saveSchema(lead, { projectId, baseNumber: 1, schema })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('total') as string,
    });
  });
});

describe('a project', () => {
  it('has a short name that nobody else has', async () => {
    const { projectId, admin } = await scene();
    await expect(createProject(admin, { id: projectId, name: 'again', schema: receiptSchema })).rejects.toMatchObject({ code: 'duplicate' });
  });

  it('is made by admins of the workbench only', async () => {
    const { lead } = await scene();
    await expect(createProject(lead, { id: 'mine', name: 'Mine', schema: receiptSchema })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
