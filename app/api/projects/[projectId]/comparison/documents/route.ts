import { route } from '@/lib/server/http/route';
import { compareDocuments } from '@/lib/server/use-cases/evaluations/compare-documents';

export const GET = route(compareDocuments);
