import { route } from '@/lib/server/http/route';
import { getSchema } from '@/lib/server/use-cases/schema/get-schema';

export const GET = route(getSchema);
