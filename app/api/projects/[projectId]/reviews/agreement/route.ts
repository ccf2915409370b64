import { route } from '@/lib/server/http/route';
import { getAgreement } from '@/lib/server/use-cases/review/get-agreement';

export const GET = route(getAgreement);
