import { route } from '@/lib/server/http/route';
import { compareTransfer } from '@/lib/server/use-cases/evaluations/compare-transfer';

export const GET = route(compareTransfer);
