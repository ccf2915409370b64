import { route } from '@/lib/server/http/route';
import { listMySubmissions } from '@/lib/server/use-cases/annotations/list-my-submissions';

export const GET = route(listMySubmissions);
