import { route } from '@/lib/server/http/route';
import { getAuditFilters } from '@/lib/server/use-cases/audit/get-audit-filters';

export const GET = route(getAuditFilters);
