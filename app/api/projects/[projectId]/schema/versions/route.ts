import { route } from '@/lib/server/http/route';
import { listSchemaVersions } from '@/lib/server/use-cases/schema/list-schema-versions';

export const GET = route(listSchemaVersions);
