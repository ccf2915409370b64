import { route } from '@/lib/server/http/route';
import { listHoneypotResults } from '@/lib/server/use-cases/assignment/list-honeypot-results';

export const GET = route(listHoneypotResults);
