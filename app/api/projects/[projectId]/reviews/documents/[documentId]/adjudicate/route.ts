import { route } from '@/lib/server/http/route';
import { adjudicateDocument } from '@/lib/server/use-cases/review/adjudicate-document';

export const POST = route(adjudicateDocument);
