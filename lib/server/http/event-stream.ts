/** One message of a server-sent event stream (WHATWG HTML §9.2). */
export interface StreamMessage {
  readonly event: string;
  /** What the browser sends back as Last-Event-ID when it reconnects. */
  readonly id?: string;
  readonly data: unknown;
}

const toText = ({ event, id, data }: StreamMessage): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Messages as a response; the generator ends when the browser goes away. */
export function toEventStreamResponse(messages: AsyncGenerator<StreamMessage>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await messages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(toText(value)));
    },
    cancel: async () => {
      await messages.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      // Proxies that buffer would hold a live curve back.
      'x-accel-buffering': 'no',
    },
  });
}
