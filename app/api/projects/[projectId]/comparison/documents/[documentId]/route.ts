import { route } from '@/lib/server/http/route';
import { compareDocument } from '@/lib/server/use-cases/evaluations/compare-document';

export const GET = route(compareDocument);
