import { route } from '@/lib/server/http/route';
import { assignSplit } from '@/lib/server/use-cases/documents/assign-split';

export const PUT = route(assignSplit);
