import { route } from '@/lib/server/http/route';
import { restoreRevision } from '@/lib/server/use-cases/annotations/restore-revision';

export const POST = route(restoreRevision);
