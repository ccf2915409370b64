import { route } from '@/lib/server/http/route';
import { startImport } from '@/lib/server/use-cases/imports/start-import';

export const POST = route(startImport);
