import { route } from '@/lib/server/http/route';
import { checkEvaluation } from '@/lib/server/use-cases/evaluations/check-evaluation';

export const GET = route(checkEvaluation);
