import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { recordAudit } from '@/lib/server/auth/audit';
import { db } from '@/lib/server/db/client';
import { getAuditFilters } from '@/lib/server/use-cases/audit/get-audit-filters';
import { listAuditEvents } from '@/lib/server/use-cases/audit/list-audit-events';
import { getProjectSettings } from '@/lib/server/use-cases/projects/get-project-settings';
import { updateProject } from '@/lib/server/use-cases/projects/update-project';
import { listWorkers } from '@/lib/server/use-cases/workers/list-workers';
import { createPerson, createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const projectId = 'reports';
let workbenchAdmin: Actor;
let projectAdmin: Actor;
let lead: Actor;

beforeAll(async () => {
  await createTestDatabase();
  await createProject(projectId);
  await createProject('other');
  workbenchAdmin = await createPerson({ name: 'Olga', isAdmin: true });
  projectAdmin = await createPerson({ name: 'Ada', roles: { [projectId]: ['admin'] } });
  lead = await createPerson({ name: 'Lea', roles: { [projectId]: ['lead'] } });
});

describe('the settings of a project', () => {
  it('are changed by its admin, who is found in the audit log', async () => {
    await updateProject(projectAdmin, { projectId, name: 'Reports of 2026', reviewRequired: false });
    const settings = await getProjectSettings(lead, { projectId });
    expect(settings).toMatchObject({ name: 'Reports of 2026', reviewRequired: false, ocrLanguage: 'eng', promotedCheckpoint: null });
    const { events } = await listAuditEvents(projectAdmin, { projectId, action: 'update-project' });
    expect(events).toMatchObject([{ userName: 'Ada', subject: `project:${projectId}` }]);
  });

  it('keep from everybody who may look at them how often known gold is asked about', async () => {
    expect(await getProjectSettings(lead, { projectId })).not.toHaveProperty('honeypotShare');
  });

  it('cannot be changed by a lead', async () => {
    await expect(updateProject(lead, { projectId, name: 'Mine' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('list the OCR languages that are installed and take no other', async () => {
    const { ocrLanguages } = await getProjectSettings(projectAdmin, { projectId });
    expect(ocrLanguages).toContain('eng');
    await expect(updateProject(projectAdmin, { projectId, ocrLanguage: 'tlh' })).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining('@tesseract.js-data/tlh'),
    });
  });
});

describe('the audit log', () => {
  beforeAll(async () => {
    for (const subject of ['document:1', 'document:2', 'document:3']) {
      await recordAudit({ projectId, userId: lead.userId, action: 'view-page', subject });
    }
    await recordAudit({ projectId: 'other', userId: lead.userId, action: 'view-page', subject: 'document:secret' });
    await recordAudit({ projectId: null, userId: workbenchAdmin.userId, action: 'create-user', subject: 'user:9' });
  });

  it('comes newest first, a page at a time, each event once', async () => {
    const first = await listAuditEvents(projectAdmin, { projectId, action: 'view-page', limit: 2 });
    expect(first.events.map(({ subject }) => subject)).toEqual(['document:3', 'document:2']);
    const second = await listAuditEvents(projectAdmin, {
      projectId, action: 'view-page', limit: 2, before: first.nextBefore ?? '',
    });
    expect(second).toMatchObject({ events: [{ subject: 'document:1', userName: 'Lea' }], nextBefore: null });
  });

  it('is filtered by person', async () => {
    const { events } = await listAuditEvents(projectAdmin, { projectId, userId: projectAdmin.userId });
    expect(new Set(events.map(({ userName }) => userName))).toEqual(new Set(['Ada']));
  });

  it('offers the people and actions that occur in this project, and no others', async () => {
    const { actions, people } = await getAuditFilters(projectAdmin, { projectId });
    expect(actions).toEqual(['update-project', 'view-page']);
    expect(people.map(({ name }) => name)).toEqual(['Ada', 'Lea']);
  });

  it('shows what belongs to no project to admins of the workbench only', async () => {
    const { events } = await listAuditEvents(workbenchAdmin, { projectId, scope: 'workbench' });
    expect(events.map(({ action }) => action)).toEqual(['create-user']);
    await expect(listAuditEvents(projectAdmin, { projectId, scope: 'workbench' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getAuditFilters(projectAdmin, { projectId, scope: 'workbench' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is closed to a lead', async () => {
    await expect(listAuditEvents(lead, { projectId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getAuditFilters(lead, { projectId })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the list of workers', () => {
  it('says who is up and who fell silent, and forgets those of another day', async () => {
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await db().workerPresence.createMany({
      data: [
        { id: 'cpu-1', kind: 'cpu', capabilities: { queues: ['reading'] } },
        { id: 'cpu-2', kind: 'cpu', capabilities: {}, seenAt: minutesAgo(5) },
        { id: 'cpu-3', kind: 'cpu', capabilities: {}, seenAt: minutesAgo(60 * 48) },
      ],
    });
    const workers = await listWorkers(lead, { projectId });
    expect(workers.map(({ id, isUp }) => [id, isUp])).toEqual([['cpu-1', true], ['cpu-2', false]]);
  });
});
