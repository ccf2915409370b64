import { currentActor } from '@/lib/server/auth/current-actor';
import { toErrorResponse } from '@/lib/server/http/respond';
import { toLinesResponse } from '@/lib/server/http/stream-lines';
import { exportGold } from '@/lib/server/use-cases/exports/export-gold';

interface Context {
  readonly params: Promise<{ projectId: string }>;
}

/** A file, not JSON: written to the reader as it is read from the database. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const splits = new URL(request.url).searchParams.get('splits') ?? undefined;
    const { fileName, lines } = await exportGold(await currentActor(), { ...(await params), splits });
    return toLinesResponse(fileName, lines);
  } catch (error) {
    return toErrorResponse(error);
  }
}
