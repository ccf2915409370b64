import { route } from '@/lib/server/http/route';
import { viewAdjudication } from '@/lib/server/use-cases/review/view-adjudication';

export const GET = route(viewAdjudication);
