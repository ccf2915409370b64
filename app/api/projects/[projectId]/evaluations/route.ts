import { route } from '@/lib/server/http/route';
import { listEvaluations } from '@/lib/server/use-cases/evaluations/list-evaluations';
import { requestEvaluation } from '@/lib/server/use-cases/evaluations/request-evaluation';

export const GET = route(listEvaluations);
export const POST = route(requestEvaluation);
