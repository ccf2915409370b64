import { route } from '@/lib/server/http/route';
import { getImport } from '@/lib/server/use-cases/imports/get-import';

export const GET = route(getImport);
