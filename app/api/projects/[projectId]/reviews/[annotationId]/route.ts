import { route } from '@/lib/server/http/route';
import { viewSubmitted } from '@/lib/server/use-cases/annotations/view-submitted';

export const GET = route(viewSubmitted);
