import { route } from '@/lib/server/http/route';
import { listAuditEvents } from '@/lib/server/use-cases/audit/list-audit-events';

export const GET = route(listAuditEvents);
