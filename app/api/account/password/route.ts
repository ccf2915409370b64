import { route } from '@/lib/server/http/route';
import { setPassword } from '@/lib/server/use-cases/people/set-password';

export const PUT = route(setPassword);
