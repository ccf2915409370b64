import { currentActor } from '@/lib/server/auth/current-actor';
import { toEventStreamResponse } from '@/lib/server/http/event-stream';
import { toErrorResponse } from '@/lib/server/http/respond';
import { streamRound } from '@/lib/server/use-cases/rounds/stream-round';

interface Context {
  readonly params: Promise<{ projectId: string; roundId: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const since = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since') ?? '0';
    return toEventStreamResponse(await streamRound(await currentActor(), { ...(await params), since }));
  } catch (error) {
    return toErrorResponse(error);
  }
}
