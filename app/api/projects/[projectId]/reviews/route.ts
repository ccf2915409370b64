import { route } from '@/lib/server/http/route';
import { listReviews } from '@/lib/server/use-cases/annotations/list-reviews';

export const GET = route(listReviews);
