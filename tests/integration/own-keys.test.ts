import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { getMyKeys } from '@/lib/server/use-cases/people/get-my-keys';
import { saveMyKeys } from '@/lib/server/use-cases/people/save-my-keys';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

let ana: Actor;
let bo: Actor;
const refused = (changes: Record<string, string[] | null>) => expect(saveMyKeys(ana, { changes })).rejects.toMatchObject({ code: 'invalid-input' });

beforeAll(async () => {
  await createTestDatabase();
  [ana, bo] = [await createPerson({ name: 'Ana' }), await createPerson({ name: 'Bo' })];
});

describe("a person's own keys", () => {
  it('are none at first', async () => expect(await getMyKeys(ana, {})).toEqual({}));

  it("are kept on the server, for that person alone", async () => {
    const own = { 'label/undo': ['U', 'Mod+Z'], 'label.boxes/split-box': [] };
    expect(await saveMyKeys(ana, { changes: own })).toEqual(own);
    expect(await getMyKeys(ana, {})).toEqual(own);
    expect(await getMyKeys(bo, {})).toEqual({});
  });

  it('change for the commands that are named, and go back to none', async () => {
    await saveMyKeys(ana, { changes: { 'label/undo': null, 'review/accept': ['J'] } });
    expect(await getMyKeys(ana, {})).toEqual({ 'label.boxes/split-box': [], 'review/accept': ['J'] });
  });

  it('are all kept when two windows save at the same moment', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `label/${name}`);
    await Promise.all(names.map((name) => saveMyKeys(bo, { changes: { [name]: ['J'] } })));
    expect(Object.keys(await getMyKeys(bo, {}))).toEqual(names);
  });

  it('are refused where they are no keys, come twice, or the browser keeps them', async () => {
    await refused({ 'label/undo': ['mod+z'] });
    await refused({ 'label/undo': ['Shift'] });
    await refused({ 'label/undo': ['U', 'U'] });
    await refused({ 'label/undo': ['Mod+W'] });
    await refused({ 'label/undo': ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] });
    await refused({ 'no command': ['U'] });
    expect(await getMyKeys(ana, {})).toEqual({ 'label.boxes/split-box': [], 'review/accept': ['J'] });
  });

  it('go with the person', async () => {
    await db().user.delete({ where: { id: bo.userId } });
    expect(await db().ownKeys.count({ where: { userId: bo.userId } })).toBe(0);
  });
});
