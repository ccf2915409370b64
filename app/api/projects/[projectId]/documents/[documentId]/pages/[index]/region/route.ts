import { route } from '@/lib/server/http/route';
import { readRegion } from '@/lib/server/use-cases/documents/read-region';

export const POST = route(readRegion);
