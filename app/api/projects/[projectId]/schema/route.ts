import { route } from '@/lib/server/http/route';
import { getSchema } from '@/lib/server/use-cases/schema/get-schema';
import { saveSchema } from '@/lib/server/use-cases/schema/save-schema';

export const GET = route(getSchema);
export const POST = route(saveSchema);
